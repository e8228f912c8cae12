using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Finds what a widget shows in what its endpoint answers.</summary>
public static class WidgetRows
{
    private static readonly HashSet<string> WithDataKey = new(StringComparer.Ordinal) { "table", "metric", "markdown", "newsfeed", "chart" };

    /// <summary>
    /// The part of the answer that <c>data.dataKey</c> names, where the widget's type reads it; a live grid's answer is the rows themselves. A
    /// path that is not there gives the whole answer.
    /// </summary>
    public static JsValue In(JsValue answer, WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return KeyOf(widget) is { } key && DataPath.Find(answer, key) is { IsUndefined: false } part ? part : answer;
    }

    /// <summary>The <c>dataKey</c> that is read; null when there is none, or the type does not read it.</summary>
    public static string? KeyOf(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return widget.DataKey is { Length: > 0 } key && WithDataKey.Contains(widget.Type) ? key : null;
    }
}
