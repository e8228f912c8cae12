using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>The initial state of a widget on a tab: <c>{"params": {"symbol": "TSLA"}}</c>.</summary>
public sealed record AppLayoutState
{
    public JsValue Raw { get; init; }

    public IReadOnlyList<string> ParamOrder { get; init; } = [];

    /// <value>Parameter name to value.</value>
    public JsObject Params { get; init; } = JsObject.Empty;

    public ChartViewDefinition? ChartView { get; init; }

    /// <value>The table's chart, in the format of the chart library; undefined when absent.</value>
    public JsValue ChartModel { get; init; }

    public JsValue ColumnState { get; init; }

    public JsValue FilterModel { get; init; }

    /// <value>The text of a note.</value>
    public string? StorageText { get; init; }

    public string? StorageHtml { get; init; }

    public static AppLayoutState Read(JsValue raw) => new()
    {
        Raw = raw,
        ParamOrder = raw.TextsAt("paramOrder"),
        Params = raw.ObjectAt("params").Object,
        ChartView = raw.PartAt("chartView", ChartViewDefinition.Read),
        ChartModel = raw.ObjectAt("chartModel"),
        ColumnState = raw.ObjectAt("columnState"),
        FilterModel = raw.ObjectAt("filterModel"),
        StorageText = raw.ObjectAt("storage").TextAt("text"),
        StorageHtml = raw.ObjectAt("storage").TextAt("html"),
    };
}
