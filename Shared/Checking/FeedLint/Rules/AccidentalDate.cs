using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG019: a long number that is read as a date because the name of its column contains "date".</summary>
internal sealed class AccidentalDate() : FeedLintRule("LG019", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (subject.Loaded.Loader.DateField is not { } field || IsDeclaredDate(subject, field))
        {
            yield break;
        }

        foreach (var row in subject.Rows)
        {
            var loaded = subject.Loaded.Loader.Load(field, row[field]);
            if (loaded.IsText && loaded != row[field])
            {
                yield return Find(
                    subject,
                    subject.PathOf(field),
                    $"{ValueWords.Quote(field)} contains \"date\" in its name, so the number {JsonText.Stringify(row[field])} "
                    + $"is read as seconds since 1970 and shown as {loaded.Text}; messages bring the bare number again.",
                    "Rename the field, or send the date as a text.");
                yield break;
            }
        }
    }

    private static bool IsDeclaredDate(FeedSubject subject, string field) => subject.Widget.Table.Columns.Any(column =>
        column.Field == field && (column.HeaderName == "Date" || column.CellDataType == "date"));
}
