using System.CommandLine;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary><c>scaffold http://127.0.0.1:8000/rows</c>: makes a widget definition from the rows of an endpoint.</summary>
internal sealed class ScaffoldCommand : Command
{
    private readonly Argument<string> _url = new("URL")
    {
        Description = "The endpoint of the rows; its query becomes the widget's parameters.",
    };

    private readonly Option<string?> _ws = new("--ws")
    {
        Description = "The endpoint of the messages, a path or an address. Without it the widget is a table.",
        HelpName = "endpoint",
    };

    private readonly Option<string[]> _id = new("--id")
    {
        Description = "The columns of the row id, with commas or given several times. Default: asked on a terminal, else guessed.",
        HelpName = "column",
    };

    private readonly Option<string?> _widget = new("--widget")
    {
        Description = "The widget's key in widgets.json. Default: the last part of the URL.",
        HelpName = "id",
    };

    private readonly Option<string?> _name = new("--name") { Description = "The name that Workspace shows. Default: made from the key." };

    private readonly Option<string?> _backend = new("--backend")
    {
        Description = "Where widgets.json is served, when that is not the root of the URL's host.",
        HelpName = "URL",
    };

    private readonly Option<string[]> _key = new("--key")
    {
        Description = "A credential: name=value is sent as a header, ?name=value in the query. Never part of the definition.",
        HelpName = "name=value",
    };

    private readonly Option<bool> _once = new("--once") { Description = "Do not read a second time to see which columns change." };
    private readonly Option<string> _failOn = CommandOptions.FailOn();
    private readonly Option<string?> _out = CommandOptions.Out();

    public ScaffoldCommand()
        : base("scaffold", "Make a widget definition from the rows of an endpoint.")
    {
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_url);
        foreach (Option option in (Option[])[_ws, _id, _widget, _name, _backend, _key, _once, _failOn, _out])
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var http = new CommandHttp(parsed.UnmatchedTokens);
        var target = ScaffoldTarget.Read(parsed.GetRequiredValue(_url), parsed.GetValue(_backend));
        var run = new ScaffoldRun(CommandInvocation.IoOf(parsed), http, target)
        {
            WsEndpoint = parsed.GetValue(_ws),
            RowId = [.. (parsed.GetValue(_id) ?? []).SelectMany(static columns => columns.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            WidgetId = parsed.GetValue(_widget),
            Name = parsed.GetValue(_name),
            Credentials = CommandKey.Read(parsed.GetValue(_key) ?? []),
            IsOnce = parsed.GetValue(_once),
            FailOn = parsed.GetValue(_failOn)!,
            Out = parsed.GetValue(_out),
        };
        return await run.RunAsync(cancellationToken);
    }
}
