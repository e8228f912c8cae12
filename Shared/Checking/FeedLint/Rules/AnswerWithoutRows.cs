using LiveGridStudio.Shared.Checking.Answers;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG033: an answer of the endpoint that has no rows in it, such as an error object with a status of success.</summary>
internal sealed class AnswerWithoutRows() : FeedLintRule("LG033", FindingSeverity.Error)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        var isShown = subject.Widget.IsLiveGrid || subject.Widget.Type == "table";
        if (!isShown || subject.Payload.IsUndefined)
        {
            yield break;
        }

        if (RowsShape.Of(subject.Widget, subject.Payload) is { Severity: FindingSeverity.Error } shape)
        {
            yield return Find(subject, "endpoint", shape.Message, shape.Fix!);
        }
    }
}
