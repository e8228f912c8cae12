namespace LiveGridStudio.App.Telemetry;

/// <summary>
/// The exporter's settings as written. The exporter reads them itself and uses its defaults for invalid ones; they are validated here so
/// that an invalid one stops the start.
/// </summary>
internal sealed class OtlpOptions
{
    public string? Endpoint { get; set; }

    public string? Protocol { get; set; }

    /// <value>Secret: neither logged nor shown.</value>
    public string? Headers { get; set; }

    public string? Timeout { get; set; }

    public string? Interval { get; set; }

    public static void Read(OtlpOptions options, IConfiguration configuration)
    {
        options.Endpoint = configuration[OtlpKey.Endpoint];
        options.Protocol = configuration[OtlpKey.Protocol];
        options.Headers = configuration[OtlpKey.Headers];
        options.Timeout = configuration[OtlpKey.Timeout];
        options.Interval = configuration[OtlpKey.Interval];
    }
}
