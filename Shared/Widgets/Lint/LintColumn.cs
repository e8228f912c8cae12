using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>A column and its place.</summary>
/// <param name="Index">Its place in <c>columnsDefs</c>, entries that are no objects included.</param>
/// <param name="Definition">The column as far as it can be read.</param>
internal sealed record LintColumn(int Index, ColumnDefinition Definition)
{
    public const string ListPath = "data.table.columnsDefs";

    /// <summary>The field in quotes, for messages.</summary>
    public string Name => Validation.Schemas.ValueWords.Quote(Definition.Field);

    public RenderFunction Render => Definition.Render;

    /// <summary>Whether the cell shows changes: two other functions come before <c>showCellChange</c>.</summary>
    public bool ShowsChanges =>
        Render.Has(RenderFunctionName.ShowCellChange)
        && !Render.Has(RenderFunctionName.HoverCard)
        && !Render.Has(RenderFunctionName.CellOnClick);

    /// <summary>Whether anything gives the cell a colour.</summary>
    public bool HasColor =>
        ShowsChanges
        || Render.Has(RenderFunctionName.GreenRed)
        || Render.Has(RenderFunctionName.ColumnColor)
        || Render.ColorRules is { Count: > 0 };

    public string PathOf(string key) => $"{ListPath}.{Index}.{key}";

    /// <summary>A repair that changes one key of this column; undefined takes it away.</summary>
    public Func<JsValue, JsValue> Change(Func<JsValue, JsValue> change, params JsStep[] steps) => widget =>
        JsEdit.Change(widget, ["data", "table", "columnsDefs", Index, .. steps], change);

    public Func<JsValue, JsValue> Remove(params JsStep[] keys) => Change(static _ => JsValue.Undefined, keys);
}
