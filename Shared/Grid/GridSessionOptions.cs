namespace LiveGridStudio.Shared.Grid;

/// <summary>How a session paces what it shows.</summary>
public sealed record GridSessionOptions
{
    /// <value>Messages that come within this time are applied as one batch. Default 60 ms.</value>
    public TimeSpan RenderInterval { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <value>Without a message for this long the feed counts as stale. Default 10 s.</value>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromSeconds(10);
}
