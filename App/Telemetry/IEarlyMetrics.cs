namespace LiveGridStudio.App.Telemetry;

/// <summary>Marks metrics to create at the start, instead of with the first page, so that their zeros are reported too.</summary>
public interface IEarlyMetrics;
