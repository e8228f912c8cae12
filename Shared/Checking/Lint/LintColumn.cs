using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A column and its place.</summary>
/// <param name="index">Its place in <c>columnsDefs</c>, entries that are no objects included.</param>
/// <param name="raw">The column as it is written.</param>
internal sealed class LintColumn(int index, JsValue raw)
{
    public const string ListPath = "data.table.columnsDefs";

    public int Index => index;

    public JsValue Raw => raw;

    /// <summary>As in <see cref="ColumnDefinition.Field"/>, without reading the rest.</summary>
    public string Field => FieldOf(raw);

    /// <summary>The column as far as it can be read; read when it is first asked for.</summary>
    public ColumnDefinition Definition => field ??= ColumnDefinition.Read(raw);

    /// <summary>The field in quotes, for messages.</summary>
    public string Name => Validation.Schemas.ValueWords.Quote(Field);

    public RenderFunction Render => Definition.Render;

    /// <summary>Whether the cell shows changes.</summary>
    public bool ShowsChanges => CellPrecedence.DrawnBy(Render) == RenderFunctionName.ShowCellChange;

    /// <summary>Whether anything gives the cell a colour.</summary>
    public bool HasColor =>
        ShowsChanges
        || CellPrecedence.ColorsBySign(Render)
        || Render.ColorRules is { Count: > 0 };

    public static string FieldOf(JsValue raw) => raw.TextAt("field") ?? "";

    public string PathOf(string key) => $"{ListPath}.{Index}.{key}";

    /// <summary>A repair that changes one key of this column; undefined takes it away.</summary>
    public Func<JsValue, JsValue> Change(Func<JsValue, JsValue> change, params JsStep[] steps) => widget =>
        JsEdit.Change(widget, ["data", "table", "columnsDefs", Index, .. steps], change);

    public Func<JsValue, JsValue> Remove(params JsStep[] keys) => Change(static _ => JsValue.Undefined, keys);
}
