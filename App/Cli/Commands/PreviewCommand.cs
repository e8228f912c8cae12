using System.CommandLine;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary><c>preview request.json</c>: shows how a grid looks at a moment of virtual time.</summary>
internal sealed class PreviewCommand : Command
{
    private readonly Argument<string> _source = new("request.json")
    {
        Description = "Widget, rows and messages, as POST /api/preview takes them; - reads standard input.",
    };

    private readonly Option<string> _format = CommandOptions.Format("table", "json");
    private readonly Option<string> _failOn = CommandOptions.FailOn();
    private readonly Option<string?> _out = CommandOptions.Out();

    public PreviewCommand()
        : base("preview", "Show how a grid looks after rows and messages.")
    {
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_source);
        foreach (Option option in (Option[])[_format, _failOn, _out])
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var http = new CommandHttp(parsed.UnmatchedTokens);
        var run = new PreviewRun(CommandInvocation.IoOf(parsed), http)
        {
            Format = parsed.GetValue(_format)!,
            FailOn = parsed.GetValue(_failOn)!,
            Out = parsed.GetValue(_out),
        };
        return await run.RunAsync(parsed.GetRequiredValue(_source), cancellationToken);
    }
}
