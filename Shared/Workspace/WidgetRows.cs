using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Finds the rows in what a widget's endpoint answers.</summary>
public static class WidgetRows
{
    /// <summary>A table's rows may be under its <c>dataKey</c>; a live grid's answer is the rows themselves.</summary>
    public static JsValue In(JsValue answer, WidgetDefinition widget) =>
        !widget.IsLiveGrid && widget.DataKey is { Length: > 0 } key && !answer[key].IsUndefined ? answer[key] : answer;
}
