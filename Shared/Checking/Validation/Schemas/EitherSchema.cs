using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>
/// A choice of schemas; the first option that accepts the value wins. When none does and exactly one option found only a wrong size or
/// format, the issues of that option are reported; otherwise one issue for the whole choice.
/// </summary>
internal sealed class EitherSchema(Schema[] options) : Schema
{
    private readonly string _words = string.Join(" or ", options.Select(static option => option.Expected));

    public IReadOnlyList<Schema> Options => options;

    protected override string Words => _words;

    protected override void Check(JsValue value, SchemaCheck check)
    {
        var start = check.Mark;
        var lists = check.Lists;
        List<SchemaIssue> refusals = [];
        SchemaIssue[] nearMiss = [];
        var (nearMisses, nearCount) = (0, 0);
        foreach (var option in options)
        {
            check.RunOption(option, value);
            if (check.IsCleanSince(start))
            {
                return;
            }

            refusals.AddRange(check.ListedSince(start));
            if (!check.IsAbortedSince(start))
            {
                nearMiss = check.ListedSince(start).ToArray();
                nearCount = check.Count - start.Count;
                nearMisses++;
            }

            check.TakeBack(start);
        }

        if (nearMisses != 1)
        {
            check.Add(lists
                ? new SchemaIssue(check.Path, IssueCodes.Union, SchemaCheck.Say(Expected, value), Alternatives: refusals)
                : SchemaIssue.Unlisted);
            return;
        }

        foreach (var issue in nearMiss)
        {
            var isAboutSize = issue.Path == check.Path && issue.Code is IssueCodes.TooSmall or IssueCodes.TooBig;
            check.Add(isAboutSize ? issue with { Message = SchemaCheck.Say(Expected, value) } : issue);
        }

        check.Skip(nearCount - nearMiss.Length, continues: true);
    }
}
