using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LiveGridStudio.App.Telemetry;

/// <summary>Sends the host's metrics, and the useful ones of its server and runtime, to an OpenTelemetry collector.</summary>
internal static class OtlpExport
{
    private const string DefaultServiceName = "live-grid-studio";

    private static readonly string[] Meters =
    [
        "LiveGridStudio.*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "System.Runtime",
    ];

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var name = configuration[OtlpKey.ServiceName];
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                string.IsNullOrWhiteSpace(name) ? DefaultServiceName : name,
                serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(fieldCount: 3)))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddInstrumentation(static provider => provider.GetServices<IEarlyMetrics>().ToArray())
                .AddOtlpExporter());
        services.AddOptions<OtlpExporterOptions>().Configure<ILoggerFactory>((options, loggers) => Configure(options, configuration, loggers));
    }

    private static void Configure(OtlpExporterOptions options, IConfiguration configuration, ILoggerFactory loggers)
    {
        options.HttpClientFactory = () => new HttpClient(new OtlpHandler(new SocketsHttpHandler(), loggers.CreateLogger(typeof(OtlpExport))))
        {
            Timeout = TimeSpan.FromMilliseconds(options.TimeoutMilliseconds),
        };
        // The default of the specification differs from this exporter's.
        if (string.IsNullOrEmpty(configuration[OtlpKey.Protocol]))
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
        }
    }
}
