using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>Says what was guessed, so that its author can look at it.</summary>
internal static class ScaffoldNotes
{
    public static IEnumerable<string> Of(
        ScaffoldRequest request,
        bool isLive,
        IReadOnlyList<string> rowId,
        IReadOnlyList<IReadOnlyList<string>> candidates,
        RowSample sample,
        ColumnScaffold columns)
    {
        if (isLive && request.RowId is null)
        {
            yield return rowId.Count == 0
                ? "No column tells lasting rows apart, so there is no row id: each message appends its rows."
                : $"Row id: {string.Join(" and ", rowId.Select(static field => Ellipsis.Of(field, 40)))}, guessed because its values are all different."
                    + (candidates.Count > 1 ? $" Others could be: {WidgetScaffold.Names(candidates.Skip(1).Select(static other => string.Join(" + ", other)))}." : "");
        }

        var flashing = sample.Columns.Where(columns.Flashes).ToList();
        if (flashing.Count > 0)
        {
            var names = WidgetScaffold.Names(flashing.Select(static column => column.Field));
            yield return flashing.Exists(static column => column.Changes)
                ? $"showCellChange on columns that were seen to change: {names}."
                : $"No number was seen to change, so every number that may change has showCellChange: {names}.";
        }

        var fractions = sample.Columns.Where(static column => column.IsNumeric && ColumnScaffold.IsFractionOfPercent(column)).ToList();
        if (fractions.Count > 0)
        {
            yield return $"Taken for fractions, so that 0.0125 shows as 1.25 %: {WidgetScaffold.Names(fractions.Select(static column => column.Field))}.";
        }

        var texts = sample.Columns.Where(column => isLive && column.IsNumberText && !rowId.Contains(column.Field)).ToList();
        if (texts.Count > 0)
        {
            yield return $"Numbers that are sent as texts stay texts here; send numbers for formats and arrows: {WidgetScaffold.Names(texts.Select(static column => column.Field))}.";
        }

        if (sample.LeftOut > 0)
        {
            yield return $"{sample.LeftOut} columns are left out: their names are empty or too long, or there are too many of them.";
        }
    }
}
