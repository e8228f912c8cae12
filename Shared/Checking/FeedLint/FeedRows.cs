using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>
/// A widget with its rows and their findings. Building one reads all rows, so reuse it for each new batch of messages while the widget and
/// the rows stay the same. Not thread-safe.
/// </summary>
public sealed class FeedRows
{
    private readonly Dictionary<string, FeedRowIds> _ids = new(StringComparer.Ordinal);
    private Dictionary<string, JsValue>? _byId;

    /// <param name="widget">The widget that the rows are for.</param>
    /// <param name="payload">
    /// The endpoint's payload, before the loading rules; undefined when it is not known. Rows beyond the limit of a grid are not checked.
    /// </param>
    public FeedRows(WidgetDefinition widget, JsValue payload)
    {
        ArgumentNullException.ThrowIfNull(widget);
        Widget = widget;
        Payload = payload;
        Definition = new LintSubject(widget);
        RowIdColumns = [.. widget.RowIdColumns.Distinct(StringComparer.Ordinal)];
        var plan = RowLoader.Plan(payload, GridColumns.RulesOf(widget.Table));
        var count = Math.Min(plan.RowCount, GridColumns.Count(plan.RowCount, plan.Fields, widget.Table).RowsWithin(CellCount.DefaultLimit));
        Rows = payload.IsObject ? [payload] : [.. payload.List.Where(static row => row.IsObject).Take(count)];
        Loaded = plan.Load(0, count);
    }

    public WidgetDefinition Widget { get; }

    public JsValue Payload { get; }

    internal LintSubject Definition { get; }

    /// <summary>The id columns, each once.</summary>
    internal IReadOnlyList<string> RowIdColumns { get; }

    /// <summary>The row objects of the payload as received.</summary>
    internal IReadOnlyList<JsValue> Rows { get; }

    internal RowTable Loaded { get; }

    /// <summary>The findings of the rules that need rows only; null until they have run.</summary>
    internal LintReport? Findings { get; set; }

    /// <summary>The slot of a field in the loaded rows; -1 when they do not have it.</summary>
    internal int SlotOf(string field)
    {
        for (var i = 0; i < Loaded.Fields.Count; i++)
        {
            if (Loaded.Fields[i] == field)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The parts of the row ids in one column.</summary>
    internal FeedRowIds IdsOf(string column)
    {
        if (!_ids.TryGetValue(column, out var ids))
        {
            _ids[column] = ids = FeedRowIds.Read(this, column);
        }

        return ids;
    }

    /// <summary>
    /// The part of the payload that messages for these rows need: they have the same effect on it as on the whole. The first row is
    /// included because it decides which fields there are.
    /// </summary>
    internal JsValue PayloadOf(IEnumerable<string> rowIds)
    {
        if (Rows.Count == 0)
        {
            return Payload;
        }

        _byId ??= Index();
        var first = Rows[0].Object;
        var padded = JsObject.Create([.. first, .. Loaded.Fields.Where(field => !first.Has(field)).Select(static field => KeyValuePair.Create(field, JsValue.Null))]);
        var named = rowIds.Distinct(StringComparer.Ordinal).Select(id => _byId.GetValueOrDefault(id)).Where(static row => row.IsObject);
        return JsValue.FromList([padded, .. named]);
    }

    /// <summary>The id of a loaded row.</summary>
    internal static string IdOf(RowValues row, ReadOnlySpan<int> slots)
    {
        var parts = new string[slots.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = slots[i] < 0 ? "" : RowId.PartOf(row[slots[i]]);
        }

        return RowId.Join(parts).Text;
    }

    /// <summary>Row id to row. Of rows with the same id the last one is kept, because Workspace updates that one.</summary>
    private Dictionary<string, JsValue> Index()
    {
        int[] slots = [.. RowIdColumns.Select(SlotOf)];
        var index = new Dictionary<string, JsValue>(Rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < Rows.Count; i++)
        {
            index[IdOf(Loaded.Rows[i], slots)] = Rows[i];
        }

        return index;
    }
}
