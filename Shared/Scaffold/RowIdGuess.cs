using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>Finds the columns that tell rows apart: one alone, else two or three together.</summary>
internal static class RowIdGuess
{
    private const int MostCandidates = 12;

    /// <summary>The columns of which pairs and triples are tried.</summary>
    private const int MostCombined = 8;

    /// <summary>Texts and columns named like ids first, then whole numbers, then times; else in row order.</summary>
    /// <param name="sample">The rows.</param>
    /// <param name="isEvents">
    /// Whether the likeliest id is a new one in every row of a later reading: then the rows are a list of events, to which messages add.
    /// </param>
    public static IReadOnlyList<IReadOnlyList<string>> Candidates(RowSample sample, out bool isEvents)
    {
        var columns = sample.Columns.Where(static column => column.MayBeId).OrderBy(Rank).Select(static column => column.Field).ToList();
        var alone = columns.Select(static column => (string[])[column]).Where(rowId => AreDistinct(sample, rowId)).ToList();
        isEvents = alone is [var first, ..] && !Stay(sample, first);
        var found = alone.Where(rowId => Stay(sample, rowId)).Take(MostCandidates).ToList();
        if (alone.Count == 0)
        {
            var few = columns.Take(MostCombined).ToList();
            found = [.. Pairs(few).Concat(Triples(few)).Where(rowId => AreDistinct(sample, rowId) && Stay(sample, rowId)).Take(1)];
        }

        // In the order of the rows, as an author would write them.
        return [.. found.Select(rowId => rowId.OrderBy(field => sample.Columns.TakeWhile(column => column.Field != field).Count()).ToList())];
    }

    private static int Rank(SampleColumn column) => column.IsTime ? 2 : column.IsNumeric && !column.Words.IsId ? 1 : 0;

    private static IEnumerable<string[]> Pairs(List<string> columns) =>
        from i in Enumerable.Range(0, columns.Count)
        from j in Enumerable.Range(i + 1, columns.Count - i - 1)
        select (string[])[columns[i], columns[j]];

    private static IEnumerable<string[]> Triples(List<string> columns) =>
        from pair in Pairs(columns)
        from third in columns.Skip(columns.IndexOf(pair[1]) + 1)
        select (string[])[.. pair, third];

    /// <summary>Whether no two rows of a reading share an id.</summary>
    private static bool AreDistinct(RowSample sample, string[] rowId) => sample.Readings.All(rows => IdsOf(rows, rowId).Count == rows.Count);

    /// <summary>Whether some row of each reading is in the one before.</summary>
    private static bool Stay(RowSample sample, string[] rowId)
    {
        var readings = sample.Readings.Where(static rows => rows.Count > 0).Select(rows => IdsOf(rows, rowId)).ToList();
        return readings.Zip(readings.Skip(1)).All(static pair => pair.First.Overlaps(pair.Second));
    }

    private static HashSet<string> IdsOf(IReadOnlyList<JsObject> rows, string[] rowId) =>
        rows.Select(row => RowSample.IdOf(row, rowId, 0)).ToHashSet(StringComparer.Ordinal);
}
