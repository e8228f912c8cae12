using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>One frame of a headless preview.</summary>
/// <param name="At">When it arrives, in virtual time.</param>
/// <param name="Frame">What arrives.</param>
public readonly record struct PreviewMessage(TimeSpan At, FeedFrame Frame);
