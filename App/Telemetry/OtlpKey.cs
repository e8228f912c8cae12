namespace LiveGridStudio.App.Telemetry;

/// <summary>The standard environment names of an OTLP exporter, from its specification.</summary>
internal static class OtlpKey
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";
    public const string Timeout = "OTEL_EXPORTER_OTLP_TIMEOUT";
    public const string Interval = "OTEL_METRIC_EXPORT_INTERVAL";
    public const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>Whether an endpoint for metrics is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);
}
