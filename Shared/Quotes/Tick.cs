namespace LiveGridStudio.Shared.Quotes;

/// <summary>One raw change from a source.</summary>
/// <param name="Symbol">As the source spells it; a symbol that the book does not know is counted and dropped.</param>
/// <param name="Price">The new last price, above zero.</param>
/// <param name="Volume">The day's volume so far, in shares; 0 or more. The whole of it, so that a tick that is lost is made good by the next.</param>
/// <param name="ObservedAt">When the source saw it.</param>
public readonly record struct Tick(string Symbol, double Price, long Volume, DateTimeOffset ObservedAt);
