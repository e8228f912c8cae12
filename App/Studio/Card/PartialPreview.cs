using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>What of a definition a card does not show as Workspace does, so that nobody takes its silence for a promise.</summary>
internal static partial class PartialPreview
{
    private const int LongestEndpoint = 2000;

    /// <summary>The reasons in words, joined; null when the card shows all of it.</summary>
    public static string? Of(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        string[] reasons = [.. OfRequest(widget), .. widget.IsLiveGrid ? [] : OfTable(widget), .. OfColumns(widget)];
        return reasons.Length == 0 ? null : string.Join("; ", reasons);
    }

    private static IEnumerable<string> OfRequest(WidgetDefinition widget)
    {
        var endpoint = widget.Endpoint is { Length: <= LongestEndpoint } text ? text : "";
        if (Placeholder().IsMatch(endpoint))
        {
            yield return "endpoint: Workspace puts parameters in the place of {name}";
        }

        if (endpoint.Contains('?', StringComparison.Ordinal) && widget.Params.Count > 0)
        {
            yield return "endpoint: it has a query of its own, and Workspace adds no parameters to it";
        }

        if (widget.Storage?["params"] is { IsObject: true, Object.Count: > 0 })
        {
            yield return "storage.params: Workspace starts with these values";
        }
    }

    private static IEnumerable<string> OfTable(WidgetDefinition widget)
    {
        var table = widget.Raw["data"]["table"];
        if (table["transpose"].Boolean)
        {
            yield return "transpose: Workspace shows the rows as columns";
        }

        if (table["chartView"].IsObject)
        {
            yield return table["chartView"]["enabled"].Boolean ? "chartView: Workspace starts with a chart" : "chartView: Workspace can turn the table into a chart";
        }

        if (table["enableAdvanced"].Boolean)
        {
            yield return "enableAdvanced: Workspace lets its users group, pivot and sum up";
        }

        if (table["formatterFn"].Text is { Length: > 0 } format && format != "none")
        {
            yield return "formatterFn of the table: Workspace formats every column by it that has none of its own";
        }
    }

    private static IEnumerable<string> OfColumns(WidgetDefinition widget)
    {
        if (!widget.IsLiveGrid && widget.Table.Columns.Any(static column => column.RowGroup == true))
        {
            yield return "rowGroup: Workspace groups the rows";
        }

        if (!widget.IsLiveGrid && widget.Table.Columns.Any(static column => !string.IsNullOrEmpty(column.AggFunc)))
        {
            yield return "aggFunc: Workspace sums up groups";
        }

        if (widget.Table.Columns.Any(static column => column.Raw["sparkline"]["options"]["customFormatter"].Text is { Length: > 0 }))
        {
            yield return "customFormatter: Workspace draws the points of a sparkline by it";
        }
    }

    [GeneratedRegex(@"\{[^{}/]{1,60}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
