using System.CommandLine;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>The command line: without a command the host runs and gets the arguments unchanged.</summary>
internal sealed class StudioCommand
{
    private readonly ParseResult _parsed;
    private readonly string? _problem;

    private StudioCommand(ParseResult parsed, string? problem)
    {
        _parsed = parsed;
        _problem = problem;
    }

    /// <value>Whether the host should run. It accepts settings that are not known here, such as <c>--urls</c> and <c>--Ticks:Seed=1</c>.</value>
    public bool Serves => _problem is null && _parsed.Action is ServeAction;

    public static StudioCommand Parse(IReadOnlyList<string> args)
    {
        // A text that starts with @ is an ordinary argument here, not a file with more arguments.
        var parsed = CreateRoot().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var problem = parsed.Errors is [var error, ..] ? OneLine(error.Message)
            : parsed.Action is ServeAction ? ServeAction.Problem(args)
            : CommandSettings.Problem(parsed);
        return new StudioCommand(parsed, problem);
    }

    public Task<int> RunAsync() => RunAsync(CommandIo.OfProcess());

    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CommandIo io, CancellationToken cancellationToken = default)
    {
        if (_problem is not null)
        {
            await io.Error.WriteLineAsync($"{PlainText.Of(_problem)} See --help.");
            return ExitCode.CouldNotRun;
        }

        try
        {
            return await _parsed.InvokeAsync(new CommandInvocation(io), cancellationToken);
        }
        catch (Exception exception) when (Explain(exception) is { } message)
        {
            await io.Error.WriteLineAsync(PlainText.Of(message));
            return ExitCode.CouldNotRun;
        }
    }

    private static RootCommand CreateRoot() => new(
        "Live Grid Studio: a live_grid backend and studio for OpenBB Workspace. Without a command it serves; settings are "
        + "given as --urls http://localhost:7780 or --Ticks:Seed=1, or in a file: --settings my.json.")
    {
        HelpName = "livegrid",
        Action = new ServeAction(),
        TreatUnmatchedTokensAsErrors = false,
        Subcommands = { new ValidateCommand(), new DoctorCommand(), new PreviewCommand(), new ScaffoldCommand(), new RecordCommand() },
    };

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string? Explain(Exception exception) => exception switch
    {
        CommandException or ConnectException => exception.Message,
        OptionsValidationException invalid => string.Join("; ", invalid.Failures),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } =>
            $"{exception.Message} {exception.InnerException?.Message}",
        InvalidDataException => $"{exception.Message} {exception.InnerException?.Message}",
        OperationCanceledException => "Stopped.",
        _ => null,
    };
}
