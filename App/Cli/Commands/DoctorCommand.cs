using System.CommandLine;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Doctor;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary><c>doctor http://127.0.0.1:8000</c>: whether Workspace can use a running backend, and what keeps it from it.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Argument<string> _backend = new("backend URL") { Description = "The address that is given to Workspace." };

    private readonly Option<string> _format = CommandOptions.Format("text", "json", "github", "junit");

    private readonly Option<double> _listen = new("--listen")
    {
        Description = "How many seconds each socket is listened to, 0 to 60.",
        DefaultValueFactory = static _ => DoctorRequest.DefaultListen.TotalSeconds,
        HelpName = "seconds",
    };

    private readonly Option<string[]> _key = new("--key")
    {
        Description = "A credential: name=value is sent as a header, ?name=value in the query.",
        HelpName = "name=value",
    };

    private readonly Option<string[]> _disable = CommandOptions.Disable();
    private readonly Option<string> _failOn = CommandOptions.FailOn();
    private readonly Option<string?> _out = CommandOptions.Out();

    public DoctorCommand()
        : base("doctor", "Look at everything that decides whether OpenBB Workspace can use a backend.")
    {
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_backend);
        foreach (Option option in (Option[])[_format, _listen, _key, _disable, _failOn, _out])
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var seconds = parsed.GetValue(_listen);
        if (seconds < 0 || seconds > DoctorRequest.LongestListen.TotalSeconds || double.IsNaN(seconds))
        {
            throw new CommandException($"--listen takes 0 to {DoctorRequest.LongestListen.TotalSeconds:0} seconds");
        }

        await using var http = new CommandHttp(parsed.UnmatchedTokens);
        var request = new DoctorRequest(BackendAddress.Parse(parsed.GetRequiredValue(_backend)))
        {
            Credentials = CommandKey.Read(parsed.GetValue(_key) ?? []),
            Listen = TimeSpan.FromSeconds(seconds),
            Off = http.Rules.With(CommandOptions.ReadDisabled(parsed.GetValue(_disable))),
        };
        return await new DoctorRun(CommandInvocation.IoOf(parsed), http, request)
        {
            Format = parsed.GetValue(_format)!,
            FailOn = parsed.GetValue(_failOn)!,
            Out = parsed.GetValue(_out),
        }.RunAsync(cancellationToken);
    }
}
