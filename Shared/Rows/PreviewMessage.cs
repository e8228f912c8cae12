namespace LiveGridStudio.Shared.Rows;

/// <summary>One frame of a preview, and when it came.</summary>
/// <param name="At">When it arrives, in the preview's own time.</param>
/// <param name="Frame">What arrives.</param>
public readonly record struct PreviewMessage(TimeSpan At, FeedFrame Frame);
