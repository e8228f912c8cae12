using System.CommandLine;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary><c>validate widgets.json</c>: shows what Workspace would refuse and what it would show wrongly.</summary>
internal sealed class ValidateCommand : Command
{
    private readonly Argument<string?> _source = new("file or URL")
    {
        Description = "widgets.json or apps.json; - reads standard input. May be left out with --probe.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format = CommandOptions.Format("text", "json", "github", "junit");

    private readonly Option<string?> _kind = new("--kind")
    {
        Description = "Which document it is. Default: apps for a file named apps.json or a list, else widgets.",
    };

    private readonly Option<string> _failOn = CommandOptions.FailOn();
    private readonly Option<string?> _out = CommandOptions.Out();

    private readonly Option<string[]> _disable = CommandOptions.Disable();

    private readonly Option<string?> _probe = new("--probe")
    {
        Description = "Read this backend: its documents, unless one is given, and the rows of its grids and tables.",
        HelpName = "backend URL",
    };

    public ValidateCommand()
        : base("validate", "Check a widgets.json or apps.json.")
    {
        _kind.AcceptOnlyFromAmong(DocumentKinds.Widgets, DocumentKinds.Apps);
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_source);
        foreach (Option option in (Option[])[_format, _kind, _failOn, _out, _disable, _probe])
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_format) == "junit" && parsed.GetValue(_probe) is null)
        {
            throw new CommandException("--format junit is for a running backend: give --probe too, or use the command doctor");
        }

        var request = new ValidateRequest(parsed.GetValue(_source), AddressOf(parsed.GetValue(_probe)))
        {
            Format = parsed.GetValue(_format)!,
            Kind = DocumentKinds.TryRead(parsed.GetValue(_kind), out var kind) ? kind : null,
            FailOn = parsed.GetValue(_failOn)!,
            Out = parsed.GetValue(_out),
            Off = CommandOptions.ReadDisabled(parsed.GetValue(_disable)),
        };
        await using var http = new CommandHttp(parsed.UnmatchedTokens);
        return await new ValidateRun(CommandInvocation.IoOf(parsed), http, request).RunAsync(cancellationToken);
    }

    private static Uri? AddressOf(string? probe) => probe is null ? null
        : SourceReader.AsAddress(probe)
            ?? throw new CommandException($"{probe}: --probe takes the address of a backend, such as http://127.0.0.1:8000");
}
