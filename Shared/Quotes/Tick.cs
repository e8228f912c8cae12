namespace LiveGridStudio.Shared.Quotes;

/// <summary>One raw change from a source.</summary>
/// <param name="Symbol">The symbol as the source spells it; a tick of an unknown symbol is counted and dropped.</param>
/// <param name="Price">The new last price, above zero.</param>
/// <param name="Volume">The day's total volume so far, in shares; 0 or more. It is a total, so that the next tick makes up for a lost one.</param>
/// <param name="ObservedAt">When the source observed it.</param>
public readonly record struct Tick(string Symbol, double Price, long Volume, DateTimeOffset ObservedAt);
