namespace LiveGridStudio.App.Telemetry;

/// <summary>Log messages of the export of metrics, ids 4000 to 4099. They name the collector's host, never headers or passwords.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(4000, LogLevel.Warning, "Metrics cannot be sent to {Collector} ({Reason}). Further attempts are made in silence; OTEL_EXPORTER_OTLP_ENDPOINT names the collector.")]
    public static partial void Unreachable(ILogger logger, string collector, string reason);

    [LoggerMessage(4001, LogLevel.Information, "Metrics are sent to {Collector} again.")]
    public static partial void Reachable(ILogger logger, string collector);
}
