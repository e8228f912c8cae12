using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG031: a text that <c>showCellChange</c> would put into the page as HTML.</summary>
/// <param name="ofMessages">Whether messages are looked at, or rows, which do not change with each message.</param>
internal sealed partial class MarkupInChangeCell(bool ofMessages) : FeedLintRule("LG031", FindingSeverity.Warning)
{
    /// <summary>The most letters of a text that are looked at.</summary>
    private const int Longest = 2000;

    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            yield break;
        }

        var rows = ofMessages ? subject.MessageRows : subject.Rows;
        foreach (var column in subject.Definition.Columns.Where(column => column.ShowsChanges && subject.Definition.Counts(column)))
        {
            var text = rows.Select(row => row[column.Field]).FirstOrDefault(IsMarkup).Text;
            if (text is not null)
            {
                yield return Find(
                    subject,
                    column.PathOf("renderFn"),
                    $"Column {column.Name} has showCellChange, and {(ofMessages ? "a message" : "a row")} the text {ValueWords.Quote(text)}: Workspace puts it into the page as HTML, so signs vanish, and whoever sends it may write into the page.",
                    "Take showCellChange out of renderFn, or escape < and & in the text.");
            }
        }
    }

    private static bool IsMarkup(JsValue value) => value.Text is { } text && Markup().IsMatch(text.Length > Longest ? text[..Longest] : text);

    [GeneratedRegex("<[a-zA-Z/!]|&(?:#|[a-zA-Z]+;)", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
