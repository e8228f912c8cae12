using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Validation.Schemas;

/// <summary>
/// The first option that takes the value. When none does but exactly one found no more than a wrong size or form, that
/// option's findings stand; else there is one issue for the choice as a whole.
/// </summary>
internal sealed class EitherSchema(Schema[] options) : Schema
{
    private readonly string _words = string.Join(" or ", options.Select(static option => option.Expected));

    public IReadOnlyList<Schema> Options => options;

    protected override string Words => _words;

    protected override void Check(JsValue value, SchemaCheck check)
    {
        var start = check.Count;
        var refusals = new List<SchemaIssue>();
        List<SchemaIssue>? nearMiss = null;
        var nearMisses = 0;
        foreach (var option in options)
        {
            option.Run(value, check);
            if (check.Count == start)
            {
                return;
            }

            var isNear = !check.IsAbortedSince(start);
            var refusal = check.TakeSince(start);
            refusals.AddRange(refusal);
            if (isNear)
            {
                nearMiss = refusal;
                nearMisses++;
            }
        }

        var path = check.Path;
        var message = SchemaCheck.Say(Expected, value);
        if (nearMisses != 1)
        {
            check.Add(new SchemaIssue(path, IssueCodes.Union, message, Alternatives: refusals));
            return;
        }

        foreach (var issue in nearMiss!)
        {
            var isAboutSize = issue.Path == path && issue.Code is IssueCodes.TooSmall or IssueCodes.TooBig;
            check.Add(isAboutSize ? issue with { Message = message } : issue);
        }
    }
}
