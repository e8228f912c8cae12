namespace LiveGridStudio.Shared.Quotes;

/// <summary>One raw change from a source.</summary>
/// <param name="Symbol">As the source spells it; a symbol that the book does not know is counted and dropped.</param>
/// <param name="Price">The new last price, above zero.</param>
/// <param name="VolumeAdded">What this trade adds to the day's volume, in shares; 0 or more.</param>
/// <param name="ObservedAt">When the source saw it.</param>
public readonly record struct Tick(string Symbol, double Price, long VolumeAdded, DateTimeOffset ObservedAt);
