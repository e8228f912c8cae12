using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// The layout that all rows of one load share: the columns, the slot of each field in a row's values, and data that depends on it. Messages
/// with new fields add slots; slots are never removed.
/// </summary>
internal sealed class GridLayout
{
    /// <summary>The most fields that messages may add to the loaded ones; more are ignored.</summary>
    public const int MaxAddedFields = 256;

    /// <summary>The longest text in <see cref="GridColumns.IndexField"/> that can name a column: it is compared in each cell of its row.</summary>
    private const int LongestIndex = 200;

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnDefinition> _definitions;
    private readonly List<FieldSlot> _fields = [];
    private readonly GridModelOptions _options;
    private readonly int _mostFields;
    private readonly bool _mayIndex;

    public GridLayout(WidgetDefinition widget, GridModelOptions options, RowTable rows)
    {
        _options = options;
        _definitions = GridColumns.LastDefinitions(widget.Table);
        Columns = GridColumns.Build(rows, widget.Table);
        DrawnFromAll = [.. Columns.Where(static column => column.IsHoverCard || column.IsClickable).Select(static column => column.Index)];
        Loader = rows.Loader;
        _mayIndex = rows.Fields.Contains(GridColumns.IndexField)
            || GridColumns.Count(MostRows(widget, options, rows.Rows.Count), rows.Fields, widget.Table, isIndexed: true).Cells <= options.MaxCells;
        foreach (var field in rows.Fields)
        {
            AddSlot(field);
        }

        _mostFields = _fields.Count + MaxAddedFields;
    }

    public IReadOnlyList<GridColumn> Columns { get; }

    /// <summary>Indexes of the columns that may show any field of the row: those with a hover card or a click.</summary>
    public int[] DrawnFromAll { get; }

    public ValueLoader Loader { get; }

    public int DecimalPlaces => _options.DecimalPlaces;

    public int SlotCount => _fields.Count;

    /// <summary>The slot of the field <c>Index</c>, or -1. Its text names the column whose settings apply to a row's cells.</summary>
    public int IndexSlot { get; private set; } = -1;

    public FieldSlot this[int slot] => _fields[slot];

    public int SlotOf(string field) => _slots.GetValueOrDefault(field, -1);

    /// <summary>The slot of a field, created on demand; -1 when there are too many fields.</summary>
    public int SlotFor(string field)
    {
        var slot = SlotOf(field);
        return slot >= 0 ? slot
            : _fields.Count < _mostFields && (_mayIndex || field != GridColumns.IndexField) ? AddSlot(field)
            : -1;
    }

    /// <summary>Finds the slot that a message's field updates, and creates it on demand.</summary>
    /// <returns>Why the field does not update the row; null when it does.</returns>
    public IgnoreReason? Reach(string field, GridRow row, out int slot)
    {
        slot = SlotOf(field);
        var refusal = slot >= 0
            ? MergeRule.Refuse(_options.MergePolicy, _fields[slot].IsDeclared, _fields[slot].IsLive, !row.ValueAt(slot).IsUndefined)
            : MergeRule.Refuse(_options.MergePolicy, IsDeclared(field), IsLive(field), isInRow: false);
        if (refusal is null && slot < 0)
        {
            slot = SlotFor(field);
        }

        return refusal ?? (slot < 0 ? IgnoreReason.TooManyFields : null);
    }

    /// <summary>Converts a message's value for a row: under the documented policy by the loading rules, otherwise unchanged.</summary>
    public JsValue Taken(string field, in JsValue value) =>
        _options.MergePolicy == MergePolicy.Documented ? Loader.Load(field, value) : value;

    private bool IsLive(string field) => MergeRule.IsLive(_options.MergePolicy, _definitions.GetValueOrDefault(field));

    private bool IsDeclared(string field) => _definitions.ContainsKey(field);

    /// <summary>The settings of a cell: its column's own, or those of the column that the row's <c>Index</c> names.</summary>
    public ColumnDefinition? SettingsFor(GridRow row, GridColumn column)
    {
        if (IndexSlot < 0)
        {
            return column.Definition;
        }

        var index = row.ValueAt(IndexSlot);
        return index.IsNullish ? column.Definition
            : index.ToText(LongestIndex) is { Length: <= LongestIndex } name ? _definitions.GetValueOrDefault(name)
            : null;
    }

    /// <summary>Without row ids messages append rows, so the final number of rows is not known in advance.</summary>
    private static int MostRows(WidgetDefinition widget, GridModelOptions options, int loaded) => widget.HasRowIds
        ? loaded
        : Math.Max(loaded, options.AppendLimit ?? (int)Math.Min(int.MaxValue, options.MaxCells));

    private int AddSlot(string field)
    {
        var slot = _fields.Count;
        _slots.Add(field, slot);
        var flashing = Columns.FirstOrDefault(column => column.ShowsChanges && column.Field == field);
        _fields.Add(new FieldSlot(field, IsDeclared(field), IsLive(field), DependentsOf(field), flashing, Columns.Any(column => KeptKeyOf(column) == field))
        {
            KeptKey = flashing is null ? null : KeptKeyOf(flashing),
        });
        if (field == GridColumns.IndexField)
        {
            IndexSlot = slot;
        }

        return slot;
    }

    /// <summary>Indexes of the columns to redraw when the field changes, besides <see cref="DrawnFromAll"/>.</summary>
    private int[] DependentsOf(string field)
    {
        var dependents = new List<int>();
        foreach (var column in Columns)
        {
            var definition = column.Definition;
            if (column.Field == field
                || field == GridColumns.IndexField
                || definition?.Sparkline?.DataField == field
                || definition?.Render.ColorValueKey == field)
            {
                dependents.Add(column.Index);
            }
        }

        return [.. dependents];
    }

    /// <summary>The colour key whose old value a cell keeps in Workspace until the cell itself changes.</summary>
    private string? KeptKeyOf(GridColumn column) =>
        _options.MergePolicy == MergePolicy.Workspace
        && column.ShowsChanges
        && column.Definition!.Render.ColorValueKey is { } key && key != column.Field
            ? key
            : null;
}

/// <summary>One field of a grid's rows.</summary>
/// <param name="Field">Its key.</param>
/// <param name="IsDeclared">Whether a column declares it.</param>
/// <param name="IsLive">Whether messages may change it.</param>
/// <param name="Dependents">Indexes of the columns that show it or use it as colour key; see also <see cref="GridLayout.DrawnFromAll"/>.</param>
/// <param name="Flashing">The column that shows the field's changes; null for none.</param>
/// <param name="IsKeptKey">Whether cells keep the colour of the old value until they change themselves.</param>
internal sealed record FieldSlot(string Field, bool IsDeclared, bool IsLive, int[] Dependents, GridColumn? Flashing, bool IsKeptKey)
{
    /// <value>The colour key whose value the cells of that column store when they change; null for none.</value>
    public string? KeptKey { get; init; }
}
