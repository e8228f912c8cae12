using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG018: table settings that have no effect on a live grid.</summary>
internal sealed class NoEffectOnLiveGrid() : LintRule("LG018", FindingSeverity.Warning)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            yield break;
        }

        if (!string.IsNullOrEmpty(subject.Widget.DataKey))
        {
            yield return Report(subject, "dataKey has no effect on a live_grid: the endpoint's answer is used as the rows "
                + "themselves, nothing is unwrapped.", "Answer with the list of rows.", "data", "dataKey");
        }

        if (subject.Widget.Table.Transpose == true)
        {
            yield return Report(subject, "transpose has no effect on a live_grid: rows stay rows.",
                "Take it away.", "data", "table", "transpose");
        }

        if (!string.IsNullOrEmpty(subject.Widget.Table.FormatterFn))
        {
            yield return Report(subject, "The table's formatterFn has no effect on a live_grid.",
                "Give formatterFn to the columns that need it.", "data", "table", "formatterFn");
        }
    }

    private Finding Report(LintSubject subject, string message, string fix, params string[] keys) => Find(
        subject,
        string.Join('.', keys),
        message,
        fix,
        widget => JsEdit.Change(widget, [.. keys.Select(static key => (JsStep)key)], static _ => JsValue.Undefined));
}
