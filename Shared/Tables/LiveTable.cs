using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// A named set of rows, the newest state of each, known by its row id. A partial row is merged into the one that is there, and what readers
/// get is always the whole row, so that none can lose a field. Writing never waits for a reader. A table without key columns appends, and
/// keeps the newest rows. Safe for any thread.
/// </summary>
public sealed class LiveTable
{
    /// <summary>A row with more columns is refused.</summary>
    public const int MostColumns = 1024;

    /// <summary>A row that is longer, in bytes of JSON, is refused; so is a change that would make it longer.</summary>
    public const int MostRowBytes = 256 * 1024;

    /// <summary>Held by whoever writes, while a row is merged and serialised; readers never wait for it.</summary>
    private readonly Lock _writing = new();
    private readonly TimeProvider _timeProvider;
    private readonly Dictionary<string, TableRow> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _snapshotOnly;
    private readonly RowSlots _slots;

    /// <summary>Of a table with one key column, which selects its rows without case.</summary>
    private readonly RowIdIndex? _ids;
    private long _version;
    private long _sequence;
    private long _conflated;
    private int _columnCount;
    private int _readerCount;
    private long _wantedTotal;

    /// <param name="name">The table's name in the settings and in addresses.</param>
    /// <param name="options">Its shape; not changed afterwards.</param>
    /// <param name="timeProvider">The clock of <see cref="TableRow.Timestamp"/>.</param>
    public LiveTable(string name, TableOptions options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Name, Options, _timeProvider) = (name, options, timeProvider);
        _snapshotOnly = [.. options.SnapshotOnly];
        options.Key.ForEach(column => _columns[column] = true);
        _slots = new RowSlots(IsAppending ? options.Keep : options.MaxRows, IsAppending);
        Source = new SourceMonitor(timeProvider);
        Key = new TableKey(options.Key);
        _ids = options.Key.Count == 1 ? new RowIdIndex() : null;
    }

    public string Name { get; }

    public TableOptions Options { get; }

    /// <value>The path of the rows, without slashes around it.</value>
    public string Endpoint => (Options.Endpoint ?? Name).Trim('/');

    /// <value>The path of the socket, without slashes around it.</value>
    public string WsEndpoint => (Options.WsEndpoint ?? $"{Endpoint}_ws").Trim('/');

    public TableKey Key { get; }

    /// <value>Whether each row that is written is a new one.</value>
    public bool IsAppending => Options.Key.Count == 0;

    /// <value>How the source of the rows is doing.</value>
    public SourceMonitor Source { get; }

    public int Count => _slots.Count;

    /// <value>Grows by one with every change.</value>
    public long Version => Volatile.Read(ref _version);

    /// <value>How many subscriptions want rows.</value>
    public int ReaderCount => Volatile.Read(ref _readerCount);

    /// <value>How many values are wanted, summed over the subscriptions; all rows count as one.</value>
    public long WantedTotal => Volatile.Read(ref _wantedTotal);

    /// <value><see cref="TableSubscription.Conflated"/>, summed over all subscriptions there were.</value>
    public long ConflatedCount => Volatile.Read(ref _conflated);

    /// <summary>Held while rows are put in place and readers come and go; never while a row is serialised, nor while anyone waits.</summary>
    internal Lock Gate { get; } = new();

    internal TableReaders Readers { get; } = new();

    /// <value>Whether the slot of a row that was taken out may have another row by now.</value>
    internal bool HasReusedSlots => _slots.IsReordered;

    /// <value>The sequence of the row that is new next. Stable under <see cref="Gate"/>.</value>
    internal long NextSequence => _sequence;

    /// <summary>Whether a row has, or a setting names, this column.</summary>
    public bool HasColumn(string name) => _columns.ContainsKey(name);

    /// <summary>Merges a row in: fields that it does not name keep their values.</summary>
    /// <param name="row">Has every key column.</param>
    public TableChange Write(JsObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (_writing)
        {
            if (ProblemOf(row) is { } problem)
            {
                return TableChange.Rejected(problem);
            }

            var id = IsAppending ? RowId.OfPosition(_sequence + 1).Text : Key.IdOf(row);
            var known = IsAppending ? null : _byId.GetValueOrDefault(id);
            if (known is null && !IsAppending && _byId.Count >= Options.MaxRows)
            {
                return TableChange.Full(Options.MaxRows);
            }

            if (known is not null && !Key.IsSame(known.Values, row))
            {
                return TableChange.OtherKey(id);
            }

            var values = known is null ? row : Merge(known.Values, row);
            if (ReferenceEquals(values, known?.Values))
            {
                return TableChange.Unchanged;
            }

            if (values.Count > MostColumns)
            {
                return TableChange.TooWide(values.Count);
            }

            var utf8 = Utf8Of(values);
            if (utf8.Length > MostRowBytes)
            {
                return TableChange.TooLong;
            }

            Publish(id, known, values, utf8);
            return TableChange.Applied;
        }
    }

    /// <summary>Why a row cannot be written, whatever the table has; null when it can.</summary>
    public string? ProblemOf(JsObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Key.ProblemOf(row) is { } problem)
        {
            return problem;
        }

        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Value is { Kind: JsKind.Number, Number: var number } && !double.IsFinite(number))
            {
                return $"the column {Ellipsis.Of(row[i].Key, 100)} has a number beyond the range of numbers";
            }
        }

        return null;
    }

    /// <summary>Puts a row that was merged elsewhere in the place of the one with its id; of a table that appends, behind all others.</summary>
    /// <param name="id">Its id; not read by a table that appends.</param>
    /// <param name="values">All columns.</param>
    /// <returns>False when there is no room for one more row.</returns>
    public bool Put(string id, JsObject values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_writing)
        {
            if (IsAppending)
            {
                Publish(RowId.OfPosition(_sequence + 1).Text, null, values, Utf8Of(values));
                return true;
            }

            var known = _byId.GetValueOrDefault(id);
            if (known is null && _byId.Count >= Options.MaxRows)
            {
                return false;
            }

            Publish(id, known, values, Utf8Of(values));
            return true;
        }
    }

    /// <summary>
    /// Puts the rows of a table that appends into another order, after old ones came late. Readers are told of the rows that are more than
    /// there were, and of no other.
    /// </summary>
    /// <param name="rows">All rows, oldest first; at least as many as there are.</param>
    public void Arrange(IReadOnlyList<JsObject> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (_writing)
        {
            var texts = rows.Select(static row => Utf8Of(row)).ToList();
            var messages = _snapshotOnly.Count == 0 ? texts : [.. rows.Select(row => Utf8Of(LivePart(row)))];
            var timestamp = _timeProvider.GetTimestamp();
            lock (Gate)
            {
                _sequence = Math.Max(_sequence, rows.Count);
                _slots.Reach(rows.Count);
                for (var i = 0; i < rows.Count; i++)
                {
                    var sequence = _sequence - rows.Count + i;
                    _slots.Put(new TableRow(RowId.OfPosition(sequence + 1).Text, (int)(sequence % Options.Keep), sequence, rows[i], texts[i], messages[i], timestamp)
                    {
                        Version = ++_version,
                    });
                }
            }
        }
    }

    /// <summary>Takes a row out. Its readers are not told: neither Workspace nor the wire knows how.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="key">Its key values; the row of the id stays when it has others. Null takes any.</param>
    /// <returns>False when there is no such row.</returns>
    public bool Remove(string id, IReadOnlyList<string>? key = null)
    {
        lock (_writing)
        {
            lock (Gate)
            {
                if (!_byId.TryGetValue(id, out var row) || (key is not null && !Key.PartsOf(row.Values).SequenceEqual(key)))
                {
                    return false;
                }

                _byId.Remove(id);
                _ids?.Remove(id);
                _slots.Clear(row);
                _version++;
                return true;
            }
        }
    }

    public bool TryGet(string id, [NotNullWhen(true)] out TableRow? row)
    {
        lock (Gate)
        {
            return _byId.TryGetValue(id, out row);
        }
    }

    /// <summary>
    /// The rows at one instant, in the order in which they came; in the order asked where the only key column selects. Subscribe before, so
    /// that no change is missed.
    /// </summary>
    public IReadOnlyList<TableRow> Snapshot(TableSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var asked = Options.Key is [var key] ? selection.By(key) : null;
        if (asked is not null && Rows(asked) is { } found)
        {
            return [.. found.Where(row => selection.Matches(row.Values))];
        }

        var rows = new List<TableRow>(ReferenceEquals(selection, TableSelection.All) ? Count : 16);
        for (var slot = 0; slot < _slots.Used; slot++)
        {
            if (_slots.At(slot) is { } row && selection.Matches(row.Values))
            {
                rows.Add(row);
            }
        }

        if (_slots.IsReordered)
        {
            rows.Sort(static (left, right) => left.Sequence.CompareTo(right.Sequence));
        }

        return asked is null ? rows : InOrder(rows, asked);
    }

    /// <summary>The live part of a row: what messages carry.</summary>
    public JsValue MessageOf(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _snapshotOnly.Count == 0 ? row.Values : LivePart(row.Values);
    }

    /// <summary>A reader that wants nothing yet; see <see cref="TableSubscription.Replace"/>.</summary>
    /// <param name="wakeOnChange">
    /// True wakes <see cref="TableSubscription.WaitAsync"/> at each change; false leaves it to <see cref="TableSubscription.Wake"/>.
    /// </param>
    public TableSubscription Subscribe(bool wakeOnChange = true) => new(this, wakeOnChange);

    /// <summary>The newest state of the row in a slot; null when there is none.</summary>
    internal TableRow? RowAt(int slot) => _slots.At(slot);

    /// <summary>A row of a table that appends. The caller holds <see cref="Gate"/>.</summary>
    internal TableRow? AppendedAt(long sequence) => _slots.BySequence(sequence);

    /// <summary>How many subscriptions want rows with this value in a column.</summary>
    public int ReadersOf(string column, string value)
    {
        lock (Gate)
        {
            return Readers.CountOf(column, value);
        }
    }

    /// <summary>The caller holds <see cref="Gate"/>.</summary>
    internal void CountReader(int readers, int values)
    {
        _readerCount += readers;
        _wantedTotal += values;
    }

    /// <inheritdoc cref="CountReader(int, int)"/>
    internal void CountConflated() => _conflated++;

    private static JsObject Merge(JsObject before, JsObject change)
    {
        var members = new List<(string, JsValue)>(change.Count);
        foreach (var (name, value) in change)
        {
            if (before[name] != value || (value.IsUndefined && !before.Has(name)))
            {
                members.Add((name, value));
            }
        }

        return members.Count == 0 ? before : before.With([.. members]);
    }

    private static byte[] Utf8Of(JsValue value) => Encoding.UTF8.GetBytes(JsonText.Stringify(value));

    private JsObject LivePart(JsObject row) => JsObject.FromDistinct([.. row.Where(member => !_snapshotOnly.Contains(member.Key))]);

    /// <summary>Puts a row in place that was serialised outside of the lock that readers take.</summary>
    private void Publish(string id, TableRow? known, JsObject values, byte[] utf8)
    {
        var message = _snapshotOnly.Count == 0 ? utf8 : Utf8Of(LivePart(values));
        var timestamp = _timeProvider.GetTimestamp();
        lock (Gate)
        {
            var sequence = known?.Sequence ?? _sequence++;
            var slot = known?.Slot ?? _slots.Take(sequence);
            var row = new TableRow(id, slot, sequence, values, utf8, message, timestamp) { Version = ++_version };
            _slots.Put(row);
            if (!IsAppending)
            {
                _byId[id] = row;
                if (known is null)
                {
                    _ids?.Add(id);
                }
            }

            // A row never loses a column, so only one that has grown can bring a new one.
            foreach (var (name, _) in known?.Values.Count == row.Values.Count ? JsObject.Empty : row.Values)
            {
                if (!_columns.ContainsKey(name) && _columnCount < MostColumns)
                {
                    _columns[name] = true;
                    _columnCount++;
                }
            }

            // A change of nothing but what the endpoint alone has is no message.
            if (known is null || _snapshotOnly.Count == 0 || !known.MessageUtf8.Span.SequenceEqual(message))
            {
                Readers.Offer(row);
            }
        }
    }

    private List<TableRow> InOrder(List<TableRow> rows, IReadOnlyList<string> asked)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in asked)
        {
            places.TryAdd(value, places.Count);
        }

        return [.. rows.OrderBy(row => places[TableSelection.TextOf(row.Values[Options.Key[0]])])];
    }

    /// <summary>The rows with these ids, in this order; null when ids differ in nothing but case, so that all rows have to be looked at.</summary>
    private List<TableRow>? Rows(IReadOnlyList<string> asked)
    {
        var rows = new List<TableRow>(asked.Count);
        lock (Gate)
        {
            foreach (var value in asked)
            {
                if (!_ids!.TryFind(value, out var id))
                {
                    return null;
                }

                if (id is not null && _byId.TryGetValue(id, out var row))
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }
}
