namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG004: a live grid without a source of messages.</summary>
internal sealed class NoSocket() : LintRule("LG004", FindingSeverity.Error)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (subject.Widget.IsLiveGrid && string.IsNullOrWhiteSpace(subject.Widget.WsEndpoint))
        {
            yield return Find(
                subject,
                "wsEndpoint",
                "A live_grid without wsEndpoint opens no socket: it shows the first rows and never changes.",
                "Add \"wsEndpoint\" with the path of the backend's WebSocket, or use \"type\": \"table\".");
        }
    }
}
