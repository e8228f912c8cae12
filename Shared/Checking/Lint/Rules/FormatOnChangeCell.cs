using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG008: a number format that has no effect on a cell with <c>showCellChange</c>.</summary>
internal sealed class FormatOnChangeCell() : ColumnLintRule("LG008", FindingSeverity.Warning)
{
    private static readonly string[] Unused = ["formatterFn", "prefix", "suffix"];

    protected override bool IsForTables => true;

    protected override bool IsAbout(JsValue column) => !column["renderFn"].IsUndefined;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column) => column.ShowsChanges
        ? Unused.Where(key => !string.IsNullOrEmpty(column.Definition.Raw[key].Text)).Select(key => Find(
            subject,
            column.PathOf(key),
            $"Column {column.Name} has showCellChange, which shows the bare number: {key} is not applied.",
            $"Take {key} away, or take showCellChange out of renderFn; decimalPlaces does apply.",
            column.Remove(key)))
        : [];
}
