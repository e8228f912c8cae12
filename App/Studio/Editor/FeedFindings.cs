using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>What a feed's status says, as findings beside those of the definition: they go when the backend is mended.</summary>
internal static class FeedFindings
{
    private const string HeaderSocket = "LG032";

    /// <param name="widget">The widget of the feed.</param>
    /// <param name="troubles">What does not work.</param>
    /// <param name="cors">Why a browser would not let Workspace read the rows; null when it would.</param>
    public static IReadOnlyList<Finding> Of(WidgetDefinition widget, FeedTroubles troubles, string? cors)
    {
        List<Finding> findings = [];
        if (troubles.Rows is { } rows)
        {
            findings.Add(Find(
                widget,
                FindingRule.Endpoint,
                troubles.HadRows ? FindingSeverity.Warning : FindingSeverity.Error,
                "endpoint",
                troubles.HadRows ? $"The rows cannot be loaded again. {rows}" : $"There are no rows: Workspace shows an error. {rows}",
                "Make the endpoint answer GET with rows; it is tried again by itself."));
        }

        if (troubles.Socket is { } socket)
        {
            findings.Add(troubles.WantsHeaders
                ? Find(
                    widget,
                    HeaderSocket,
                    FindingSeverity.Error,
                    "wsEndpoint",
                    $"The socket wants credentials that Workspace cannot give: a browser sends no headers with a WebSocket. {socket}",
                    "Take the token from the query of the socket's address.")
                : Find(
                    widget,
                    FindingRule.Socket,
                    troubles.WasOpen ? FindingSeverity.Warning : FindingSeverity.Error,
                    "wsEndpoint",
                    troubles.WasOpen ? $"The socket is lost. {socket}" : $"The socket cannot be opened, so no value ever changes. {socket}",
                    "Open a WebSocket there for the origin https://pro.openbb.co; it is tried again by itself."));
        }

        if (cors is not null)
        {
            findings.Add(Find(
                widget,
                FindingRule.Cors,
                FindingSeverity.Error,
                "endpoint",
                $"{cors}.",
                "Send Access-Control-Allow-Origin with the answers."));
        }

        return findings;
    }

    private static Finding Find(WidgetDefinition widget, string rule, FindingSeverity severity, string path, string message, string fix) => new()
    {
        Kind = FindingKind.Network,
        Rule = rule,
        Severity = severity,
        WidgetId = widget.Id,
        Path = path,
        Message = message,
        Fix = fix,
    };
}
