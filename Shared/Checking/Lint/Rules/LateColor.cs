using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG025: a live colour key. Its change colours the cell only when the cell itself changes.</summary>
internal sealed class LateColor() : ColumnLintRule("LG025", FindingSeverity.Info)
{
    protected override bool IsAbout(JsValue column) => column["renderFnParams"]["colorValueKey"].IsText;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        var key = column.Render.ColorValueKey;
        if (!string.IsNullOrEmpty(key)
            && subject.MessagesUpdate
            && column.ShowsChanges
            && key != column.Definition.Field
            && !subject.IsRowId(key)
            && subject.IsLive(key))
        {
            yield return Find(
                subject,
                column.PathOf("renderFnParams.colorValueKey"),
                $"The colour of column {column.Name} follows {ValueWords.Quote(key)}, but with showCellChange Workspace looks "
                + "at it only when the cell's own value changes: a message with the colour key alone does not recolour.",
                "Send both fields in one message; greenRed and columnColor recolour at once.");
        }
    }
}
