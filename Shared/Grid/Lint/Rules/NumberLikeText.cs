using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Widgets.Lint;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Grid.Lint.Rules;

/// <summary>LG015: texts that loading turns into numbers, while messages keep them texts.</summary>
internal sealed class NumberLikeText() : FeedLintRule("LG015", LintSeverity.Warning)
{
    public override IEnumerable<LintFinding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            return [];
        }

        var ids = subject.Widget.RowIdColumns.Distinct().ToArray();
        var fields = subject.Definition.Columns.Select(static column => column.Definition.Field).Distinct().Except(ids);
        return ids.Select(column => CheckId(subject, column))
            .Concat(fields.Select(field => CheckValue(subject, field)))
            .OfType<LintFinding>();
    }

    private LintFinding? CheckId(FeedSubject subject, string column)
    {
        var sent = subject.MessageRows.Select(row => RowId.PartOf(row[column])).ToHashSet(StringComparer.Ordinal);
        foreach (var row in subject.Rows)
        {
            var before = RowId.PartOf(row[column]);
            var after = RowId.PartOf(subject.Loaded.Converter.Load(column, row[column]));
            // Messages that send the id as it is loaded do find the row.
            if (before != after && !(sent.Contains(after) && !sent.Contains(before)))
            {
                return Find(
                    subject,
                    subject.RowIdPath,
                    $"The id {ValueWords.Quote(before)} in {ValueWords.Quote(column)} becomes {ValueWords.Quote(after)} on loading: "
                    + "a message with the original one finds no row.",
                    $"Give column {ValueWords.Quote(column)} \"chartDataType\": \"category\", which keeps its texts.",
                    row[column].IsText ? KeepText(subject, column) : null);
            }
        }

        return null;
    }

    private LintFinding? CheckValue(FeedSubject subject, string field)
    {
        if (!subject.Definition.IsLive(field))
        {
            return null;
        }

        foreach (var row in subject.MessageRows)
        {
            if (row[field].TryGetText(out var text) && subject.Loaded.Converter.Load(field, text) != text)
            {
                return Find(
                    subject,
                    subject.PathOf(field),
                    $"Messages send {ValueWords.Quote(field)} as a text, {ValueWords.Quote(text)}: on loading that becomes a number, "
                    + "from messages it stays a text, without number format, arrow and colour.",
                    "Send numbers as numbers; or, for a text, give its column \"chartDataType\": \"category\".");
            }
        }

        return null;
    }

    private static Func<JsValue, JsValue>? KeepText(FeedSubject subject, string column) =>
        subject.Definition.ColumnOf(column)?.Change(static _ => "category", "chartDataType");
}
