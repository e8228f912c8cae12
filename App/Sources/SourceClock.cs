namespace LiveGridStudio.App.Sources;

/// <summary>What sources share.</summary>
/// <param name="Time">The clock of paces and delays.</param>
/// <param name="Random">Shortens delays at random.</param>
/// <param name="Logger">Told when a source is lost and back.</param>
internal sealed record SourceClock(TimeProvider Time, Random Random, ILogger Logger);
