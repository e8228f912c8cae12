namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG023: no column is live, so that messages never change anything.</summary>
internal sealed class NothingIsLive() : LintRule("LG023", FindingSeverity.Error)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (subject.MessagesUpdate
            && !subject.Columns.Select(static column => column.Field)
                .Any(field => subject.IsLive(field) && !subject.IsRowId(field)))
        {
            yield return Find(
                subject,
                LintColumn.ListPath,
                "columnsDefs declares no column that messages may change: rows are found, but nothing in them ever changes.",
                "Declare the columns that should tick, without enableCellChangeWs: false.");
        }
    }
}
