using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG030: a widget that an app places and that <c>widgets.json</c> does not serve. One finding for each widget of an app.</summary>
internal static class NotServed
{
    private const int LongestKey = 200;

    public static void Check(JsValue app, JsValue widgets, LintLog log)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, tab) in app["tabs"].Object)
        {
            var items = tab["layout"].Elements;
            for (var i = 0; i < items.Length; i++)
            {
                if (items[i]["i"].Text is { } id && !widgets.Object.Has(id) && seen.Add(id))
                {
                    log.Add(new Finding
                    {
                        Rule = "LG030",
                        Severity = FindingSeverity.Warning,
                        Path = $"tabs.{Ellipsis.Of(key, LongestKey)}.layout.{i}.i",
                        Message = $"The app places the widget {ValueWords.Quote(id)}, which widgets.json does not serve: Workspace leaves its place empty.",
                        Fix = $"Serve {ValueWords.Quote(id)}, or take it out of the layout.",
                    });
                }
            }
        }
    }
}
