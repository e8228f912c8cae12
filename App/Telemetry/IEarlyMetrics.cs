namespace LiveGridStudio.App.Telemetry;

/// <summary>Metrics that would be made with the first page otherwise: a number that is 0 is told too.</summary>
public interface IEarlyMetrics;
