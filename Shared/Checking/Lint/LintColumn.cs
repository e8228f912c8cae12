using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A column and its index.</summary>
/// <param name="index">Its index in <c>columnsDefs</c>, counting entries that are not objects.</param>
/// <param name="raw">The raw JSON of the column.</param>
internal sealed class LintColumn(int index, JsValue raw)
{
    public const string ListPath = "data.table.columnsDefs";

    public int Index => index;

    public JsValue Raw => raw;

    /// <summary>The same as <see cref="ColumnDefinition.Field"/>, without reading the rest of the column.</summary>
    public string Field => FieldOf(raw);

    /// <summary>The readable part of the column; read on first use.</summary>
    public ColumnDefinition Definition => field ??= ColumnDefinition.Read(raw);

    /// <summary>The field in quotes, for messages.</summary>
    public string Name => Validation.Schemas.ValueWords.Quote(Field);

    public RenderFunction Render => Definition.Render;

    /// <summary>Whether the cell shows changes.</summary>
    public bool ShowsChanges => CellPrecedence.DrawnBy(Render) == RenderFunctionName.ShowCellChange;

    /// <summary>Whether a setting of the column can colour the cell.</summary>
    public bool HasColor =>
        ShowsChanges
        || CellPrecedence.ColorsBySign(Render)
        || Render.ColorRules is { Count: > 0 };

    public static string FieldOf(JsValue raw) => raw.TextAt("field") ?? "";

    public string PathOf(string key) => $"{ListPath}.{Index}.{key}";

    /// <summary>A repair that changes one key of this column; undefined removes the key.</summary>
    public Func<JsValue, JsValue> Change(Func<JsValue, JsValue> change, params JsStep[] steps) => widget =>
        JsEdit.Change(widget, ["data", "table", "columnsDefs", Index, .. steps], change);

    public Func<JsValue, JsValue> Remove(params JsStep[] keys) => Change(static _ => JsValue.Undefined, keys);
}
