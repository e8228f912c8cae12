using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>How rows are shown as a table (<c>data.table</c>): <c>{"showAll": true, "columnsDefs": [...]}</c>.</summary>
public sealed record TableDefinition
{
    public static TableDefinition Empty { get; } = new();

    public JsValue Raw { get; init; }

    /// <value>Whether undeclared fields are shown too. False when absent.</value>
    public bool ShowAll { get; init; }

    public bool? EnableAdvanced { get; init; }

    public bool? Transpose { get; init; }

    /// <value>A boolean or a list of texts; undefined when absent.</value>
    public JsValue Period { get; init; }

    /// <value><c>columnsDefs</c> as declared, repeated fields included.</value>
    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    public ChartViewDefinition? ChartView { get; init; }

    public string? FormatterFn { get; init; }

    public static TableDefinition Read(JsValue raw) =>
        !raw.IsObject ? Empty : new TableDefinition
        {
            Raw = raw,
            ShowAll = raw.FlagAt("showAll") ?? false,
            EnableAdvanced = raw.FlagAt("enableAdvanced"),
            Transpose = raw.FlagAt("transpose"),
            Period = raw["period"],
            Columns = raw.ObjectsAt("columnsDefs", ColumnDefinition.Read),
            ChartView = raw.PartAt("chartView", ChartViewDefinition.Read),
            FormatterFn = raw.TextAt("formatterFn"),
        };
}
