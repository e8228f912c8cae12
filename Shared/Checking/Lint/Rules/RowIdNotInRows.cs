using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>
/// LG003, the part that the definition alone shows: an id column that rows lack after loading. <c>RowIdMissing</c> checks rows and
/// messages.
/// </summary>
internal sealed class RowIdNotInRows() : LintRule("LG003", FindingSeverity.Error)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            yield break;
        }

        var key = subject.Data["wsRowIdColumns"].IsList ? "wsRowIdColumns" : "wsRowIdColumn";
        foreach (var column in subject.Widget.RowIdColumns.Distinct())
        {
            if (subject.IsDeclared(column))
            {
                continue;
            }

            if (PartsOf(column, subject) is { } parts)
            {
                yield return Find(
                    subject,
                    $"data.{key}",
                    $"{ValueWords.Quote(column)} is read as the name of one column, not as a list: "
                    + "no row has it, so no update ever lands.",
                    $"Write a list: [{string.Join(", ", parts.Select(ValueWords.Quote))}].",
                    key == "wsRowIdColumn" && subject.Data[key].IsText ? SplitInto(parts) : null);
            }
            else if (!subject.KeepsUndeclared)
            {
                yield return Find(
                    subject,
                    $"data.{key}",
                    $"The id column {ValueWords.Quote(column)} is not declared and showAll is off: loading drops it, "
                    + "every row gets an empty id, and no update ever lands.",
                    $"Declare {ValueWords.Quote(column)} in columnsDefs "
                    + "(with \"hide\": true it stays out of sight), or set showAll to true.",
                    Declare(column));
            }
        }
    }

    /// <summary>The declared columns that a comma-separated text names; null when it is not such a text.</summary>
    private static string[]? PartsOf(string column, LintSubject subject)
    {
        const int LongestNames = 1000;
        if (column.Length > LongestNames)
        {
            return null;
        }

        var parts = column.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, subject.IsDeclared) ? parts : null;
    }

    private static Func<JsValue, JsValue> SplitInto(string[] parts) => widget => JsEdit.Change(
        widget, ["data", "wsRowIdColumn"], _ => JsValue.FromList([.. parts.Select(static part => (JsValue)part)]));

    private static Func<JsValue, JsValue> Declare(string column) => widget => JsEdit.Change(
        widget,
        ["data", "table", "columnsDefs"],
        list => JsValue.FromList([.. list.List, JsObject.Create(("field", column), ("headerName", column), ("hide", true))]));
}
