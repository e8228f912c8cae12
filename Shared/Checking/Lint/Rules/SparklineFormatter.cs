using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG029: <c>sparkline.options</c> without <c>customFormatter</c>, which Workspace refuses, or with one that switches off what else is there.</summary>
internal sealed class SparklineFormatter() : ColumnLintRule("LG029", FindingSeverity.Warning)
{
    private const string Key = "sparkline.options.customFormatter";

    public override bool Applies(LintSubject subject, LintColumn column) => column.Raw["sparkline"]["options"].IsObject;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        var options = column.Raw["sparkline"]["options"];
        if (options["customFormatter"].IsUndefined)
        {
            yield return Find(
                subject,
                column.PathOf(Key),
                $"The sparkline of column {column.Name} has options without customFormatter: Workspace refuses the whole backend for it.",
                "Add \"customFormatter\": \"\", which changes nothing.",
                column.Change(static _ => "", "sparkline", "options", "customFormatter"),
                FindingSeverity.Error);
        }
        else if (options["customFormatter"].Text is { Length: > 0 } && options["pointsOfInterest"].IsObject)
        {
            yield return Find(
                subject,
                column.PathOf(Key),
                $"The sparkline of column {column.Name} has a customFormatter: it switches pointsOfInterest off.",
                "Write \"customFormatter\": \"\", or take pointsOfInterest away.",
                column.Change(static _ => "", "sparkline", "options", "customFormatter"));
        }
    }
}
