using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG031: a text that <c>showCellChange</c> would put into the page as HTML.</summary>
internal sealed partial class MarkupInChangeCell() : FeedLintRule("LG031", FindingSeverity.Warning)
{
    /// <summary>The most letters of a text that are looked at.</summary>
    private const int Longest = 2000;

    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            yield break;
        }

        foreach (var column in subject.Definition.Columns.Where(column => column.ShowsChanges && subject.Definition.Counts(column)))
        {
            var text = subject.Rows.Concat(subject.MessageRows).Select(row => row[column.Field]).FirstOrDefault(IsMarkup).Text;
            if (text is not null)
            {
                yield return Find(
                    subject,
                    column.PathOf("renderFn"),
                    $"Column {column.Name} has showCellChange and the text {ValueWords.Quote(text)}: Workspace puts it into the page as HTML, so signs vanish, and whoever sends it may write into the page.",
                    "Take showCellChange out of renderFn, or escape < and & in the text.");
            }
        }
    }

    private static bool IsMarkup(JsValue value) => value.Text is { } text && Markup().IsMatch(text.Length > Longest ? text[..Longest] : text);

    [GeneratedRegex("<[a-zA-Z/!]|&(?:#|[a-zA-Z]+;)", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
