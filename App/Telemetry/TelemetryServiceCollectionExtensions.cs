using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Telemetry;

internal static class TelemetryServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="HostWatch"/>, and the export of metrics if an endpoint is configured; otherwise the exporter is not even loaded.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OtlpOptions>().Configure<IConfiguration>(OtlpOptions.Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OtlpOptions>, OtlpOptionsValidator>();
        services.AddSingleton<HostWatch>();
        if (OtlpKey.IsConfigured(configuration))
        {
            OtlpExport.Add(services, configuration);
        }

        return services;
    }
}
