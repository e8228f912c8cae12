using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// A live grid without a screen: its columns and rows, the effects of messages, and the marks of changes, in the time that the caller
/// passes. Not thread-safe. Never throws, whatever a backend sends.
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
    private int _mostRows = int.MaxValue;

    public GridModel(WidgetDefinition widget, GridModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(widget);
        ArgumentNullException.ThrowIfNull(options);
        Widget = widget;
        Options = options;
        (_layout, _merge) = Lay(LoadTable(RowLoader.Plan(default, LoadRules.Default), out _));
    }

    public WidgetDefinition Widget { get; }

    public GridModelOptions Options { get; }

    /// <value>In display order, hidden ones included; empty until rows are loaded.</value>
    public IReadOnlyList<GridColumn> Columns => _layout.Columns;

    /// <value>In load order, appended rows last. The list belongs to the grid and changes with the next call.</value>
    public IReadOnlyList<GridRow> Rows => _rows;

    /// <value>Increases with every visible change.</value>
    public long Version { get; private set; }

    /// <value>Whether rows have ids; without them messages append.</value>
    public bool HasRowIds => Widget.HasRowIds;

    /// <value>Rows removed since loading because newer ones arrived, in a grid without row ids, which keeps a limited number.</value>
    public long TrimmedRows { get; private set; }

    /// <value>Rows at the end of the snapshot that do not fit into <see cref="GridModelOptions.MaxCells"/>.</value>
    public int OmittedRows { get; private set; }

    /// <value>The size of the grid including the rows that are not kept.</value>
    public CellCount Asked { get; private set; }

    /// <value>Whether the limit on cells, rather than the one on appended rows, decides how many rows are kept.</value>
    public bool IsLimitedByCells { get; private set; }

    /// <value>Whether a row did not fit and the grid takes no more rows: see <see cref="GridModelOptions.StopsWhenFull"/>.</value>
    public bool IsFull { get; private set; }

    /// <value>Increases when rows are added or removed, which may change indexes in <see cref="Rows"/>.</value>
    internal long RowSet { get; private set; }

    /// <value>When the earliest mark ends; null when none is shown.</value>
    public TimeSpan? NextExpiry => _expiries.Next;

    /// <summary>Finds a row by its id. When several rows share an id, the last one is found, and only that one is updated.</summary>
    public bool TryGetRow(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out GridRow? row) => _byId.TryGetValue(id, out row);

    /// <summary>Replaces all rows by an endpoint's answer; nothing is marked as changed.</summary>
    /// <param name="payload">The answer as received, before the loading rules.</param>
    /// <param name="now">The time, on the clock that all calls share.</param>
    public void Load(JsValue payload, TimeSpan now)
    {
        Advance(now);
        var table = LoadTable(RowLoader.Plan(payload, GridColumns.RulesOf(Widget.Table)), out var first);
        (_layout, _merge) = Lay(table);
        foreach (var row in _rows)
        {
            row.IsRemoved = true;
        }

        _rows.Clear();
        _byId.Clear();
        _expiries.Clear();
        _positions = first;
        TrimmedRows = first;
        Version++;
        RowSet++;
        var idSlots = IdSlots();
        foreach (var values in table.Rows)
        {
            AddRow(HasRowIds ? IdOf(values, idSlots) : RowId.OfPosition(++_positions).Text, values, Version);
        }

        Trim();
    }

    /// <summary>Loads the rows that fit: the first ones, or the newest in a grid without row ids.</summary>
    private RowTable LoadTable(RowPlan plan, out int first)
    {
        Asked = GridColumns.Count(plan.RowCount, plan.Fields, Widget.Table);
        var fitting = Asked.RowsWithin(Options.MaxCells);
        var appended = HasRowIds ? int.MaxValue : Math.Max(0, Options.AppendLimit ?? int.MaxValue);
        IsLimitedByCells = fitting < appended;
        _mostRows = Math.Min(fitting, appended);
        // Keep at least one row: without rows there would be no columns.
        var count = Math.Min(plan.RowCount, Math.Max(1, _mostRows));
        first = HasRowIds ? 0 : plan.RowCount - count;
        OmittedRows = HasRowIds ? plan.RowCount - count : 0;
        IsFull = Options.StopsWhenFull && plan.RowCount > fitting;
        return plan.Load(first, count);
    }

    /// <summary>Removes the marks that have ended; true when something changed.</summary>
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
        return (layout, new RowMerge(layout));
    }

    /// <summary>Time never goes back: an earlier time counts as the last one.</summary>
    private TimeSpan Advance(TimeSpan now) => _now = now > _now ? now : _now;

    private void AddRow(string id, RowValues values, long version)
    {
        var row = new GridRow(_layout, id, values, version);
        _rows.Add(row);
        _byId[id] = row;
    }

    private void Trim()
    {
        var surplus = _rows.Count - _mostRows;
        if (HasRowIds || surplus <= 0)
        {
            return;
        }

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

    private static string IdOf(RowValues values, int[] slots)
    {
        var parts = new string[slots.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = slots[i] < 0 ? "" : RowId.PartOf(values[slots[i]]);
        }

        return RowId.Join(parts).Text;
    }
}
