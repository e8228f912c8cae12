namespace LiveGridStudio.Shared.Quotes;

/// <summary>What the tick service says of itself at one instant.</summary>
/// <param name="IsRunning">False before the start, after the end and after a fault of the source.</param>
/// <param name="TickCount">Ticks taken in so far.</param>
/// <param name="UnknownSymbolCount">Ticks of symbols that the book does not know.</param>
/// <param name="LastTickAt">When the newest tick was taken in; null before the first.</param>
public readonly record struct FeedStatus(bool IsRunning, long TickCount, long UnknownSymbolCount, DateTimeOffset? LastTickAt);
