using System.CommandLine;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary><c>record http://127.0.0.1:8000 prices</c>: writes what a widget's feed brings into a file.</summary>
internal sealed class RecordCommand : Command
{
    private readonly Argument<string> _backend = new("backend URL") { Description = "The address of the backend, as Workspace takes it." };
    private readonly Argument<string> _widget = new("widget") { Description = "The widget's key in widgets.json." };

    private readonly Option<TimeSpan?> _for = new("--for")
    {
        Description = "How long, as 00:01:00. Default: until Ctrl+C.",
        HelpName = "time",
    };

    private readonly Option<string[]> _param = new("--param")
    {
        Description = "A parameter other than the definition's default, given several times.",
        HelpName = "name=value",
    };

    private readonly Option<string[]> _key = new("--key")
    {
        Description = "A credential: name=value is sent as a header, ?name=value in the query. Never part of the recording.",
        HelpName = "name=value",
    };

    private readonly Option<string?> _out = new("--out") { Description = "The file. Default: the widget's key with .jsonl.", HelpName = "file" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file when there is one." };

    public RecordCommand()
        : base("record", "Record what a widget's feed brings, for a replay.")
    {
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_backend);
        Arguments.Add(_widget);
        foreach (Option option in (Option[])[_for, _param, _key, _out, _force])
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var http = new CommandHttp(parsed.UnmatchedTokens);
        var run = new RecordRun(CommandInvocation.IoOf(parsed), http)
        {
            For = parsed.GetValue(_for),
            Params = parsed.GetValue(_param) ?? [],
            Credentials = CommandKey.Read(parsed.GetValue(_key) ?? []),
            Out = parsed.GetValue(_out),
            Replaces = parsed.GetValue(_force),
        };
        return await run.RunAsync(parsed.GetRequiredValue(_backend), parsed.GetRequiredValue(_widget), cancellationToken);
    }
}
