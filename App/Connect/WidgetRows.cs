using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.App.Connect;

/// <summary>Finds the rows in what a widget's endpoint answers.</summary>
internal static class WidgetRows
{
    /// <summary>A table's rows may lie under its <c>dataKey</c>; a live grid's answer is the rows themselves.</summary>
    public static JsValue In(JsValue answer, WidgetDefinition widget) =>
        !widget.IsLiveGrid && widget.DataKey is { Length: > 0 } key && !answer[key].IsUndefined ? answer[key] : answer;
}
