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
            if (subject.Rows.Count > 0 && subject.Rows.All(row => row[column].IsNullish))
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    $"No row of the data has the id column {name}: the messages do not find their rows.",
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

            if (subject.MessageRows.Count > 0 && subject.MessageRows.All(row => row[column].IsNullish))
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    $"No message has the id column {name}: the messages do not find their rows.",
                    $"Add {name} to every row object that the WebSocket sends.");
            }
        }
    }
}
