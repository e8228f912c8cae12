namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// Who reads a table, found by what they want: joining and leaving cost as much as the values wanted, and a changed row finds its readers
/// by the text of a column. Used under the table's lock.
/// </summary>
internal sealed class TableReaders
{
    private readonly List<Seat> _all = [];
    private readonly Dictionary<string, Dictionary<string, List<Seat>>> _byColumn = new(StringComparer.Ordinal);

    public void Join(TableSubscription reader)
    {
        if (reader.Selection.Narrowest is not var (column, values))
        {
            Sit(reader, _all, null);
            return;
        }

        if (!_byColumn.TryGetValue(column, out var byValue))
        {
            _byColumn[column] = byValue = new(StringComparer.OrdinalIgnoreCase);
        }

        foreach (var value in values)
        {
            if (!byValue.TryGetValue(value, out var seats))
            {
                byValue[value] = seats = [];
            }

            Sit(reader, seats, (column, value));
        }
    }

    /// <summary>The last one takes the place of the one that leaves, so nobody is looked for.</summary>
    public void Leave(TableSubscription reader)
    {
        foreach (var seat in reader.Seats)
        {
            var last = seat.Row[^1];
            seat.Row[seat.Place] = last;
            last.Place = seat.Place;
            seat.Row.RemoveAt(seat.Row.Count - 1);
            if (seat is { Row.Count: 0, Wanted: var (column, value) })
            {
                var byValue = _byColumn[column];
                byValue.Remove(value);
                if (byValue.Count == 0)
                {
                    _byColumn.Remove(column);
                }
            }
        }

        reader.Seats.Clear();
    }

    /// <summary>How many were found by this value of a column.</summary>
    public int CountOf(string column, string value) =>
        _byColumn.TryGetValue(column, out var byValue) && byValue.TryGetValue(value, out var seats) ? seats.Count : 0;

    /// <summary>Tells each reader that wants the row.</summary>
    public void Offer(TableRow row)
    {
        foreach (var seat in _all)
        {
            if (ReferenceEquals(seat.Reader.Selection, TableSelection.All) || seat.Reader.Selection.Matches(row.Values))
            {
                seat.Reader.Offer(row);
            }
        }

        foreach (var (column, byValue) in _byColumn)
        {
            if (byValue.TryGetValue(TableSelection.TextOf(row.Values[column]), out var seats))
            {
                foreach (var seat in seats)
                {
                    seat.Reader.Offer(row);
                }
            }
        }
    }

    private static void Sit(TableSubscription reader, List<Seat> row, (string Column, string Value)? wanted)
    {
        var seat = new Seat(reader, row, wanted) { Place = row.Count };
        row.Add(seat);
        reader.Seats.Add(seat);
    }

    /// <summary>A reader among those that want the same.</summary>
    internal sealed class Seat(TableSubscription reader, List<Seat> row, (string Column, string Value)? wanted)
    {
        public TableSubscription Reader => reader;

        public List<Seat> Row => row;

        public (string Column, string Value)? Wanted => wanted;

        public int Place { get; set; }
    }
}
