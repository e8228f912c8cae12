using System.Runtime.InteropServices;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

public sealed partial class GridModel
{
    /// <summary>The oldest rows are removed at the end of a batch, and during a long batch whenever this many are surplus.</summary>
    private const int LeastSurplus = 1024;

    private readonly List<Pending> _pending = [];
    private readonly List<GridRow> _touched = [];
    private readonly List<SlotValue> _held = [];

    /// <summary>Applies the frames of one batch. All of them are compared with the rows as they were before the batch.</summary>
    /// <param name="batch">The frames in order of arrival.</param>
    /// <param name="now">The time, on the clock that all calls share; marks that have ended by then are removed first.</param>
    /// <param name="detail">Receives the outcome of each message; null saves that work.</param>
    public MergeCounts Apply(IReadOnlyList<FeedFrame> batch, TimeSpan now, ApplyDetail? detail = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Expire(now);
        var version = Version + 1;
        var counts = default(MergeCounts);
        for (var i = 0; i < batch.Count && !IsFull; i++)
        {
            counts += Collect(batch[i], i, version, detail);
        }

        var isChanged = counts.Appended > 0;
        var until = _now > TimeSpan.MaxValue - CellMark.Duration ? TimeSpan.MaxValue : _now + CellMark.Duration;
        foreach (var row in _touched)
        {
            isChanged |= Commit(row, until, version);
        }

        _touched.Clear();
        _pending.Clear();
        Trim();
        Version = isChanged ? version : Version;
        return counts;
    }

    private MergeCounts Collect(FeedFrame frame, int index, long version, ApplyDetail? detail)
    {
        if (!frame.IsReadable || frame.Value.IsNullish)
        {
            return Ignore(index, frame.IsReadable ? OutcomeKind.LostFrame : OutcomeKind.NotJson, 1, detail);
        }

        if (!frame.Value.IsList)
        {
            return CollectRow(frame.Value, index, version, detail);
        }

        var items = frame.Value.List;
        if (Options.MergePolicy == MergePolicy.Workspace && HasNull(items))
        {
            return Ignore(index, OutcomeKind.LostFrame, items.Count, detail);
        }

        var counts = default(MergeCounts);
        for (var i = 0; i < items.Count && !IsFull; i++)
        {
            counts += CollectRow(items[i], index, version, detail);
        }

        return counts;
    }

    private MergeCounts CollectRow(JsValue message, int index, long version, ApplyDetail? detail)
    {
        if (!message.IsObject)
        {
            return Ignore(index, OutcomeKind.NotARow, 1, detail);
        }

        if (!HasRowIds)
        {
            Append(message.Object, index, version, detail);
            return new MergeCounts(0, 0, 1);
        }

        var id = IdOf(message);
        if (!_byId.TryGetValue(id, out var row))
        {
            detail?.Add(new MessageOutcome(index, OutcomeKind.UnknownRow) { RowId = id, OmittedRows = OmittedRows });
            return new MergeCounts(0, 1, 0);
        }

        Pend(row, message.Object, index, detail);
        return new MergeCounts(1, 0, 0);
    }

    private static MergeCounts Ignore(int index, OutcomeKind kind, int count, ApplyDetail? detail)
    {
        detail?.Add(new MessageOutcome(index, kind));
        return new MergeCounts(0, count, 0);
    }

    /// <summary>Queues a message for its row: after the others under the documented policy, in place of them in Workspace.</summary>
    private void Pend(GridRow row, JsObject message, int index, ApplyDetail? detail)
    {
        var at = _pending.Count;
        _pending.Add(new Pending(message, -1, detail?.Count ?? -1));
        detail?.Add(MessageExplainer.Explain(index, row, message, _layout));
        if (row.LastPending < 0)
        {
            _touched.Add(row);
            row.FirstPending = at;
        }
        else if (Options.MergePolicy == MergePolicy.Documented)
        {
            _pending[row.LastPending] = _pending[row.LastPending] with { Next = at };
        }
        else
        {
            detail?.Supersede(_pending[row.LastPending].Outcome);
            row.FirstPending = at;
        }

        row.LastPending = at;
    }

    private bool Commit(GridRow row, TimeSpan until, long version)
    {
        _merge.Begin();
        for (var at = row.FirstPending; at >= 0; at = _pending[at].Next)
        {
            _merge.Add(row, _pending[at].Message);
        }

        row.FirstPending = row.LastPending = -1;
        if (!_merge.Commit(row, until, out var isMarked))
        {
            return false;
        }

        row.Version = version;
        if (isMarked)
        {
            _expiries.Add(until, row);
        }

        return true;
    }

    private void Append(JsObject message, int index, long version, ApplyDetail? detail)
    {
        Asked = Asked with { Rows = Asked.Rows + 1 };
        if (Options.StopsWhenFull && _rows.Count >= _mostRows)
        {
            IsFull = true;
            return;
        }

        _held.Clear();
        for (var i = 0; i < message.Count; i++)
        {
            var (field, value) = message[i];
            if (_layout.SlotFor(field) is >= 0 and var slot)
            {
                _held.Add(new SlotValue(slot, Options.MergePolicy == MergePolicy.Documented ? _layout.Loader.Load(field, value) : value));
            }
        }

        var values = RowValues.Of(CollectionsMarshal.AsSpan(_held), _layout.SlotCount, nulls: 0);
        AddRow(RowId.OfPosition(++_positions).Text, values, version);
        RowSet++;
        detail?.Add(new MessageOutcome(index, OutcomeKind.Appended) { RowId = _rows[^1].Id });
        if (_rows.Count - (long)_mostRows > Math.Max(LeastSurplus, _mostRows / 4))
        {
            Trim();
        }
    }

    private string IdOf(JsValue message)
    {
        var columns = Widget.RowIdColumns;
        if (Options.MergePolicy == MergePolicy.Workspace)
        {
            return RowId.Of(message, columns).Text;
        }

        if (columns.Count == 1)
        {
            return RowId.PartOf(_layout.Loader.Load(columns[0], message[columns[0]]));
        }

        var parts = new string[columns.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = RowId.PartOf(_layout.Loader.Load(columns[i], message[columns[i]]));
        }

        return RowId.Join(parts).Text;
    }

    private static bool HasNull(IReadOnlyList<JsValue> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].IsNullish)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="Message">A row object of the running batch.</param>
    /// <param name="Next">Index of the next message for the same row; -1 for none.</param>
    /// <param name="Outcome">Index of its outcome in the detail, if there is one.</param>
    private readonly record struct Pending(JsObject Message, int Next, int Outcome);
}
