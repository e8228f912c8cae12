namespace LiveGridStudio.Shared.Rows;

/// <summary>One frame of a preview, with its time.</summary>
/// <param name="At">Arrival time, in the preview's own time.</param>
/// <param name="Frame">The frame.</param>
public readonly record struct PreviewMessage(TimeSpan At, FeedFrame Frame);
