namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG002: rows without an id, so that no message can find its row.</summary>
internal sealed class NoRowId() : LintRule("LG002", FindingSeverity.Warning)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (!subject.Widget.IsLiveGrid || subject.Widget.RowIdColumns.Count > 0)
        {
            yield break;
        }

        var path = subject.Data["wsRowIdColumns"].IsList ? "data.wsRowIdColumns" : "data.wsRowIdColumn";
        var isEmptyList = subject.Widget.HasEmptyRowId;
        yield return Find(
            subject,
            path,
            isEmptyList
                ? "The list of id columns is empty: all rows have the same empty id, so messages cannot tell them apart."
                : "There is no wsRowIdColumn: messages update nothing, each of them appends its rows, without end.",
            "Name the column that tells rows apart, such as \"wsRowIdColumn\": \"symbol\".",
            weight: isEmptyList ? FindingSeverity.Error : null);
    }
}
