using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG003: an id column that the rows or the messages do not have.</summary>
internal sealed class RowIdMissing() : FeedLintRule("LG003", FindingSeverity.Error)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            yield break;
        }

        foreach (var column in subject.RowIdColumns)
        {
            var name = ValueWords.Quote(column);
            var isInNoMessage = subject.MessageRows.Count > 0 && subject.MessageRows.All(row => row[column].IsNullish);
            if (subject.Rows.Count > 0 && subject.Rows.All(row => row[column].IsNullish))
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    subject.RowIdColumns.Count > 1 ? $"No row of the data has the id column {name}: that part of all their ids is empty."
                    : isInNoMessage ? $"Neither the rows nor the messages have the id column {name}: all rows share the empty id, and every message changes the last row."
                    : $"No row of the data has the id column {name}: all rows share the empty id, so a message with an id finds none of them, and one without changes the last row.",
                    $"Add {name} to every row of the endpoint's answer, or name a column that is there.");
            }
            else if (subject.Rows.Count > 0 && subject.Rows[0][column].IsUndefined && subject.SlotOf(column) < 0)
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    $"The first row lacks the id column {name}: with showAll the keys of the first row are all that is loaded, "
                    + "so no row has the id.",
                    $"Add {name} to the first row too.");
            }
            else if (isInNoMessage)
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    $"No message has the id column {name}: their ids are empty there, and no row is found by them.",
                    $"Add {name} to every row object that the WebSocket sends.");
            }
        }
    }
}
