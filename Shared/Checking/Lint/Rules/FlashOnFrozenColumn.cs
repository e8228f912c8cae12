using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG005: <c>showCellChange</c> on a column that messages do not change.</summary>
internal sealed class FlashOnFrozenColumn() : ColumnLintRule("LG005", FindingSeverity.Warning)
{
    protected override bool IsAbout(JsValue column) => column["enableCellChangeWs"].IsBoolean;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        // LG016 reports a null.
        if (column.Render.Has(RenderFunctionName.ShowCellChange)
            && column.Definition.EnableCellChangeWs is { IsBoolean: true, Boolean: false })
        {
            yield return Find(
                subject,
                column.PathOf("enableCellChangeWs"),
                $"Column {column.Name} has showCellChange, but enableCellChangeWs is false: "
                + "its cells never change, so they never flash.",
                "Take enableCellChangeWs away to let the cells change, or take showCellChange out of renderFn.",
                column.Remove("enableCellChangeWs"));
        }
    }
}
