using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG024: <c>colorRules: null</c>, which Workspace accepts and then cannot draw.</summary>
internal sealed class NullColorRules() : ColumnLintRule("LG024", FindingSeverity.Error)
{
    protected override bool IsForTables => true;

    protected override bool IsAbout(JsValue column) => column["renderFnParams"]["colorRules"].IsNull;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        if (column.Render.HasNullColorRules && column.HasColor)
        {
            yield return Find(
                subject,
                column.PathOf("renderFnParams.colorRules"),
                $"colorRules of column {column.Name} is null: Workspace fails to draw its coloured cells.",
                "Take colorRules away, or write a list.",
                column.Remove("renderFnParams", "colorRules"));
        }
    }
}
