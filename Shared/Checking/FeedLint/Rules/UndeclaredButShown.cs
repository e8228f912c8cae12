using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG026: a column that is shown although it is not declared, so that messages never change it.</summary>
internal sealed class UndeclaredButShown() : FeedLintRule("LG026", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Definition.MessagesUpdate)
        {
            return [];
        }

        var sent = subject.MessageRows.SelectMany(static row => row.Object)
            .Select(static member => member.Key).ToHashSet(StringComparer.Ordinal);
        return subject.Loaded.Fields
            .Where(field => sent.Contains(field)
                && !subject.Definition.IsDeclared(field)
                && !subject.Definition.IsRowId(field))
            .Select(field => Find(
                subject,
                LintColumn.ListPath,
                $"{ValueWords.Quote(field)} is shown and messages carry it, but columnsDefs does not declare it: "
                + "in Workspace its cells keep their first values.",
                $"Declare {ValueWords.Quote(field)} in columnsDefs.",
                Declare(field)));
    }

    private static Func<JsValue, JsValue> Declare(string field) => widget => JsEdit.Change(
        widget,
        ["data", "table", "columnsDefs"],
        list => JsValue.FromList([.. list.List, JsObject.Create(("field", field), ("headerName", FieldLabel.Of(field)))]));
}
