using System.Runtime.InteropServices;

namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// Who reads a table, found by what they want: joining and leaving cost as much as the values wanted, and a changed row finds its readers
/// by the text of a column. Used under the table's lock.
/// </summary>
internal sealed class TableReaders
{
    private readonly Bench _all = new(null, null);
    private readonly Dictionary<string, Dictionary<string, Bench>> _byColumn = new(StringComparer.Ordinal);

    public void Join(TableSubscription reader)
    {
        if (reader.Selection.Narrowest is not var (column, values))
        {
            reader.Seats = [new Seat(_all)];
        }
        else
        {
            if (!_byColumn.TryGetValue(column, out var byValue))
            {
                _byColumn[column] = byValue = new(StringComparer.OrdinalIgnoreCase);
            }

            reader.Seats = new Seat[values.Count];
            for (var i = 0; i < values.Count; i++)
            {
                if (!byValue.TryGetValue(values[i], out var bench))
                {
                    byValue[values[i]] = bench = new Bench(column, values[i]);
                }

                reader.Seats[i] = new Seat(bench);
            }
        }

        for (var i = 0; i < reader.Seats.Length; i++)
        {
            var readers = reader.Seats[i].Bench.Readers;
            reader.Seats[i].Place = readers.Count;
            readers.Add((reader, i));
        }
    }

    /// <summary>The last reader of each bench takes the place of the one that leaves, so no list is searched.</summary>
    public void Leave(TableSubscription reader)
    {
        foreach (var (bench, place) in reader.Seats)
        {
            var last = bench.Readers[^1];
            bench.Readers[place] = last;
            last.Reader.Seats[last.Seat].Place = place;
            bench.Readers.RemoveAt(bench.Readers.Count - 1);
            if (bench is { Readers.Count: 0, Column: { } column })
            {
                var byValue = _byColumn[column];
                byValue.Remove(bench.Value!);
                if (byValue.Count == 0)
                {
                    _byColumn.Remove(column);
                }
            }
        }

        reader.Seats = [];
    }

    /// <summary>The number of readers that are found by this value of a column.</summary>
    public int CountOf(string column, string value) =>
        _byColumn.TryGetValue(column, out var byValue) && byValue.TryGetValue(value, out var bench) ? bench.Readers.Count : 0;

    /// <summary>Tells each reader that wants the row.</summary>
    public void Offer(TableRow row)
    {
        foreach (var (reader, _) in CollectionsMarshal.AsSpan(_all.Readers))
        {
            if (ReferenceEquals(reader.Selection, TableSelection.All) || reader.Selection.Matches(row.Values))
            {
                reader.Offer(row);
            }
        }

        foreach (var (column, byValue) in _byColumn)
        {
            if (byValue.TryGetValue(TableSelection.TextOf(row.Values[column]), out var bench))
            {
                foreach (var (reader, _) in CollectionsMarshal.AsSpan(bench.Readers))
                {
                    reader.Offer(row);
                }
            }
        }
    }

    /// <summary>The readers that want the same value of a column, or all rows.</summary>
    /// <param name="column">The column; null for all rows.</param>
    /// <param name="value">The value; null for all rows.</param>
    internal sealed class Bench(string? column, string? value)
    {
        public string? Column => column;

        public string? Value => value;

        /// <value>In no order; each with the index of its seat here among its own.</value>
        public List<(TableSubscription Reader, int Seat)> Readers { get; } = [];
    }

    /// <summary>The place of a reader on one bench.</summary>
    internal struct Seat(Bench bench)
    {
        public Bench Bench { get; } = bench;

        public int Place { get; set; }

        public readonly void Deconstruct(out Bench bench, out int place) => (bench, place) = (Bench, Place);
    }
}
