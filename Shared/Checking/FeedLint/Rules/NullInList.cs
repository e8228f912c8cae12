namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG021: a null in a list of rows, which loses the whole frame.</summary>
internal sealed class NullInList() : FeedLintRule("LG021", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        var lost = subject.Messages.Count(static message => message.Frame.IsReadable
            && message.Frame.Value.List.Any(static item => item.IsNull)
            && message.Frame.Value.List.Any(static item => item.IsObject));
        if (lost > 0)
        {
            yield return Find(
                subject,
                MessagesPath,
                $"{lost} of the {subject.Messages.Count} checked messages are lists with a null in them: Workspace loses such a message "
                + "whole, the good rows in it too.",
                "Leave the nulls out of the list.");
        }
    }
}
