using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG015: texts that loading turns into numbers while messages leave them as texts.</summary>
internal sealed class NumberLikeText() : FeedLintRule("LG015", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            return subject.Widget.Type == "table" ? CheckTable(subject) : [];
        }

        return subject.RowIdColumns.Select(column => CheckId(subject, column)).OfType<Finding>().Concat(CheckValues(subject));
    }

    /// <summary>Reports texts that a table shows as another number: "0700" as 700, "10.5M" as 10 500 000.</summary>
    private IEnumerable<Finding> CheckTable(FeedSubject subject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (field, value) in subject.Rows.SelectMany(static row => row.Object))
        {
            if (value.TryGetText(out var text) && ChangesItsLook(text) && subject.SlotOf(field) >= 0
                && subject.Loaded.Loader.Load(field, text) is { IsNumber: true } loaded && seen.Add(field))
            {
                yield return Find(
                    subject,
                    subject.PathOf(field),
                    $"{ValueWords.Quote(field)} has the text {ValueWords.Quote(text)}: loading turns it into the number {JsNumber.ToText(loaded.Number)}, and that is what is shown.",
                    "Send numbers as numbers; or, for a text, give its column \"chartDataType\": \"category\", which keeps its texts.",
                    KeepText(subject, field),
                    FindingSeverity.Info);
            }
        }
    }

    /// <summary>Whether the text begins with a zero that a number loses, or ends in a letter that multiplies.</summary>
    private static bool ChangesItsLook(string text) => text.Trim() is { Length: > 1 } plain
        && (plain[^1] is 'K' or 'M' or 'B' or 'T' || (plain[0] == '0' && char.IsAsciiDigit(plain[1])));

    private Finding? CheckId(FeedSubject subject, string column)
    {
        var rows = subject.IdsOf(column);
        var messages = subject.MessageRows.Select(row => Sent(subject, row, column)).ToList();
        var sent = messages.Select(static id => id.Given).ToHashSet(StringComparer.Ordinal);
        // A message that sends the loaded form of the id finds the row.
        var inRows = rows.Turned.FirstOrDefault(id => !(sent.Contains(id.Loaded) && !sent.Contains(id.Given)));
        var inMessages = messages.Find(id => id.IsTurned && rows.Loaded.Contains(id.Loaded));
        if (inRows.IsTurned || inMessages.IsTurned)
        {
            var (given, after) = inRows.IsTurned ? inRows : inMessages;
            return Find(
                subject,
                subject.RowIdPath,
                inRows.IsTurned
                    ? $"The id {ValueWords.Quote(given)} in {ValueWords.Quote(column)} becomes {ValueWords.Quote(after)} "
                        + "on loading: a message with the original one finds no row."
                    : $"Messages send the id {ValueWords.Quote(given)} in {ValueWords.Quote(column)}, but the loaded row has "
                        + $"{ValueWords.Quote(after)}: ids compare as texts, so the row is not found.",
                inRows.IsTurned
                    ? $"Give column {ValueWords.Quote(column)} \"chartDataType\": \"category\", which keeps its texts."
                    : "Send the id in the same spelling in rows and messages.",
                inRows.IsTurned ? KeepText(subject, column) : null,
                FindingSeverity.Error);
        }

        return null;
    }

    /// <summary>
    /// Reports, for each live field, the first text that loading would turn into a number; reads the messages once for all fields. In an id
    /// column it reports only texts that loading keeps as spelled but shows differently: <see cref="CheckId"/> reports ids whose spelling
    /// changes.
    /// </summary>
    private IEnumerable<Finding> CheckValues(FeedSubject subject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in subject.MessageRows)
        {
            for (var i = 0; i < row.Object.Count; i++)
            {
                var (field, value) = row.Object[i];
                if (value.TryGetText(out var text)
                    && subject.Definition.IsLive(field)
                    && subject.Loaded.Loader.Load(field, text) is var loaded && loaded != text
                    && (!subject.RowIdColumns.Contains(field) || (RowId.PartOf(loaded) == text && LooksDifferent(loaded.Number)))
                    && seen.Add(field))
                {
                    yield return Find(
                        subject,
                        subject.PathOf(field),
                        $"Messages send {ValueWords.Quote(field)} as a text, {ValueWords.Quote(text)}: on loading that becomes "
                        + "a number, from messages it stays a text, without number format, arrow and colour.",
                        "Send numbers as numbers; or, for a text, give its column \"chartDataType\": \"category\".");
                }
            }
        }
    }

    /// <summary>Whether the formatted number has commas or decimals that the text lacks.</summary>
    private static bool LooksDifferent(double number) => Math.Abs(number) > 1000 || number != Math.Truncate(number);

    private static Func<JsValue, JsValue>? KeepText(FeedSubject subject, string column) =>
        subject.Definition.ColumnOf(column)?.Change(static _ => "category", "chartDataType");

    private static FeedRowId Sent(FeedSubject subject, JsValue row, string column) => new(
        RowId.PartOf(row[column]), RowId.PartOf(subject.Loaded.Loader.Load(column, row[column])));
}
