using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG016: <c>enableCellChangeWs: null</c>, which looks like the default but turns updates off.</summary>
internal sealed class NullMeansFrozen() : ColumnLintRule("LG016", FindingSeverity.Warning)
{
    protected override bool IsAbout(JsValue column) => column["enableCellChangeWs"].IsNull;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        if (subject.MessagesUpdate && column.Definition.EnableCellChangeWs.IsNull)
        {
            yield return Find(
                subject,
                column.PathOf("enableCellChangeWs"),
                $"enableCellChangeWs of column {column.Name} is null: Workspace reads that as false, and its cells never change.",
                "Take enableCellChangeWs away, which means true, or say true or false.",
                column.Remove("enableCellChangeWs"));
        }
    }
}
