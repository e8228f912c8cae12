namespace LiveGridStudio.Shared.Feeds;

/// <summary>What a feed has seen since it was opened.</summary>
/// <param name="Frames">Frames that were handed to the reader.</param>
/// <param name="Rows">Rows in those frames.</param>
/// <param name="Conflated">Rows that a newer one of the same id replaced before they were read.</param>
public readonly record struct FeedCounters(long Frames, long Rows, long Conflated);
