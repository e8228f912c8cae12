using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.Shared.Grid;

/// <summary>
/// A live grid without a screen: its columns, its rows, what messages do to them, and the marks of changes in whatever time
/// the caller gives. For one thread at a time; never throws on what a backend sends.
/// </summary>
public sealed partial class GridModel
{
    private readonly List<GridRow> _rows = [];
    private readonly Dictionary<string, GridRow> _byId = new(StringComparer.Ordinal);
    private readonly ExpiryQueue _expiries = new();
    private GridLayout _layout;
    private RowMerge _merge;
    private TimeSpan _now;
    private long _positions;

    public GridModel(WidgetDefinition widget, GridModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(widget);
        ArgumentNullException.ThrowIfNull(options);
        Widget = widget;
        Options = options;
        (_layout, _merge) = Lay(RowLoader.Load(default, LoadRules.Default));
    }

    public WidgetDefinition Widget { get; }

    public GridModelOptions Options { get; }

    /// <value>In display order, hidden ones included; empty until rows are loaded.</value>
    public IReadOnlyList<GridColumn> Columns => _layout.Columns;

    /// <value>In load order, appended ones last. The list is the grid's own: it changes with the next call.</value>
    public IReadOnlyList<GridRow> Rows => _rows;

    /// <value>Grows with every visible change.</value>
    public long Version { get; private set; }

    /// <value>Whether rows have ids; without them messages append.</value>
    public bool HasRowIds => Widget.HasRowIds;

    /// <value>Rows dropped by <see cref="GridModelOptions.AppendLimit"/> since loading.</value>
    public long TrimmedRows { get; private set; }

    /// <value>Grows when rows come or go, so that places in <see cref="Rows"/> may be others.</value>
    internal long RowSet { get; private set; }

    /// <value>When the earliest mark ends; null when none is shown.</value>
    public TimeSpan? NextExpiry => _expiries.Next;

    /// <summary>Finds a row by its id. Of rows with the same id the last one is found, and only that one takes updates.</summary>
    public bool TryGetRow(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out GridRow? row) => _byId.TryGetValue(id, out row);

    /// <summary>Replaces everything by what an endpoint answered; nothing is marked as changed.</summary>
    /// <param name="payload">The answer as it came, before the loading rules.</param>
    /// <param name="now">The time, on the clock that all calls share.</param>
    public void Load(JsValue payload, TimeSpan now)
    {
        Advance(now);
        var table = RowLoader.Load(payload, GridColumns.RulesOf(Widget.Table));
        (_layout, _merge) = Lay(table);
        foreach (var row in _rows)
        {
            row.IsRemoved = true;
        }

        _rows.Clear();
        _byId.Clear();
        _expiries.Clear();
        _positions = 0;
        TrimmedRows = 0;
        Version++;
        RowSet++;
        var idSlots = IdSlots();
        foreach (var values in table.Rows)
        {
            AddRow(HasRowIds ? IdOf(values, idSlots) : RowId.OfPosition(++_positions).Text, values);
        }

        Trim();
    }

    /// <summary>Takes away the marks that are over; true when something changed.</summary>
    public bool Expire(TimeSpan now)
    {
        if (!_expiries.Expire(Advance(now), Version + 1))
        {
            return false;
        }

        Version++;
        return true;
    }

    private (GridLayout Layout, RowMerge Merge) Lay(RowTable table)
    {
        var layout = new GridLayout(Widget, Options, table);
        return (layout, new RowMerge(layout, Options.MergePolicy));
    }

    /// <summary>Time does not go back: an earlier time counts as the last one.</summary>
    private TimeSpan Advance(TimeSpan now) => _now = now > _now ? now : _now;

    private void AddRow(string id, JsValue[] values)
    {
        var row = new GridRow(_layout, id, values, Version);
        _rows.Add(row);
        _byId[id] = row;
    }

    private void Trim()
    {
        if (HasRowIds || Options.AppendLimit is not { } limit || _rows.Count <= Math.Max(0, limit))
        {
            return;
        }

        var surplus = _rows.Count - Math.Max(0, limit);
        for (var i = 0; i < surplus; i++)
        {
            _rows[i].IsRemoved = true;
            _byId.Remove(_rows[i].Id);
        }

        _rows.RemoveRange(0, surplus);
        RowSet++;
        TrimmedRows += surplus;
    }

    private int[] IdSlots()
    {
        var slots = new int[Widget.RowIdColumns.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = _layout.SlotOf(Widget.RowIdColumns[i]);
        }

        return slots;
    }

    private static string IdOf(JsValue[] values, int[] slots)
    {
        var parts = new string[slots.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = slots[i] < 0 ? "" : RowId.PartOf(values[slots[i]]);
        }

        return RowId.Join(parts).Text;
    }
}
