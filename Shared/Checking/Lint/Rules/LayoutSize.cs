using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG010 for apps: a layout item that lies outside the dashboard's grid.</summary>
internal static class LayoutSize
{
    private const int LongestKey = 200;

    private static readonly Finding Unlisted = Report("", default, default, default);

    public static void Check(JsValue app, LintLog log)
    {
        foreach (var (key, tab) in app["tabs"].Object)
        {
            var items = tab["layout"].Elements;
            for (var i = 0; i < items.Length; i++)
            {
                var (x, width, height) = (items[i]["x"].Number, items[i]["w"].Number, items[i]["h"].Number);
                var isInside = x >= 0 && x + width <= GridData.Columns;
                if (items[i]["w"].IsNumber && items[i]["h"].IsNumber && !(isInside && width >= 1 && height >= 1))
                {
                    log.Add(log.HasRoom ? Report($"tabs.{Ellipsis.Of(key, LongestKey)}.layout.{i}", x, width, height) : Unlisted);
                }
            }
        }
    }

    private static Finding Report(string path, double x, double width, double height) => new()
    {
        Rule = "LG010",
        Severity = FindingSeverity.Warning,
        Path = path,
        Message = $"The item reaches from column {JsNumber.ToText(x)} to {JsNumber.ToText(x + width)} and is "
            + $"{JsNumber.ToText(height)} high, but the dashboard is {GridData.Columns} columns wide: "
            + "the item is moved or cut.",
        Fix = $"Keep x at 0 or more, w and h at 1 or more, and x + w at {GridData.Columns} or less.",
    };
}
