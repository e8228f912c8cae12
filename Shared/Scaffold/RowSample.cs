using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>The rows of one or more readings of an endpoint, bounded, and the columns in row order.</summary>
internal sealed class RowSample
{
    /// <summary>Rows of each reading that are looked at.</summary>
    private const int MostRows = 1000;

    /// <summary>A name that is longer is no name: its column is left out.</summary>
    private const int LongestName = 200;

    private readonly List<SampleColumn> _columns = [];
    private readonly Dictionary<string, SampleColumn> _byField = new(StringComparer.Ordinal);
    private readonly HashSet<string> _odd = new(StringComparer.Ordinal);

    /// <param name="payloads">The readings in order of time; a list gives its objects, one object is one row.</param>
    public RowSample(IEnumerable<JsValue> payloads)
    {
        Readings = [.. payloads.Select(RowsOf)];
        foreach (var row in Readings.SelectMany(static rows => rows))
        {
            foreach (var (field, _) in row)
            {
                AddColumn(field);
            }
        }

        foreach (var row in Readings.SelectMany(static rows => rows))
        {
            _columns.ForEach(column => column.Add(row[column.Field]));
        }
    }

    public IReadOnlyList<IReadOnlyList<JsObject>> Readings { get; }

    public IReadOnlyList<SampleColumn> Columns => _columns;

    /// <value>Columns that are left out: their names are empty, too long, or beyond the most that a grid keeps.</value>
    public int LeftOut => _odd.Count;

    public bool IsEmpty => Readings.All(static rows => rows.Count == 0);

    public SampleColumn? Find(string field) => _byField.GetValueOrDefault(field);

    /// <summary>Marks the columns in which a row that is in two readings has two values.</summary>
    /// <param name="rowId">The columns by which rows are known; empty compares rows by their places.</param>
    public void MarkChanges(IReadOnlyList<string> rowId)
    {
        foreach (var (before, after) in Readings.Zip(Readings.Skip(1)))
        {
            var known = new Dictionary<string, JsObject>(StringComparer.Ordinal);
            for (var i = 0; i < before.Count; i++)
            {
                known[IdOf(before[i], rowId, i)] = before[i];
            }

            for (var i = 0; i < after.Count; i++)
            {
                if (known.TryGetValue(IdOf(after[i], rowId, i), out var old))
                {
                    var now = after[i];
                    _columns.ForEach(column => column.Changes |= old[column.Field] != now[column.Field]);
                }
            }
        }
    }

    public static string IdOf(JsObject row, IReadOnlyList<string> rowId, int place) =>
        rowId.Count == 0 ? RowId.OfPosition(place + 1).Text : RowId.Of(row, rowId).Text;

    private static IReadOnlyList<JsObject> RowsOf(JsValue payload) => payload.IsObject
        ? [payload.Object]
        : [.. payload.List.Where(static row => row.IsObject).Take(MostRows).Select(static row => row.Object)];

    private void AddColumn(string field)
    {
        if (_byField.ContainsKey(field))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(field) || field.Length > LongestName || _columns.Count >= RowLoader.MaxFields)
        {
            _odd.Add(field.Length > LongestName ? field[..LongestName] : field);
            return;
        }

        _byField[field] = new SampleColumn(field);
        _columns.Add(_byField[field]);
    }
}
