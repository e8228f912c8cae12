using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Collects the outcome of each message. A grid without it does no extra work.</summary>
public sealed class ApplyDetail
{
    private readonly List<MessageOutcome> _outcomes = [];

    /// <value>One per row object, in order; one for a frame that was lost as a whole.</value>
    public IReadOnlyList<MessageOutcome> Outcomes => _outcomes;

    internal void Add(MessageOutcome outcome) => _outcomes.Add(outcome);

    /// <summary>Marks an earlier message of the batch as replaced by a later one.</summary>
    internal void Supersede(int at)
    {
        var outcome = _outcomes[at];
        _outcomes[at] = outcome with
        {
            Changes = [],
            Ignored = [.. outcome.Ignored, .. outcome.Changes.Select(static change => new IgnoredField(change.Field, IgnoreReason.Superseded))],
        };
    }

    internal int Count => _outcomes.Count;
}
