using System.Text.Json.Serialization;
using LiveGridStudio.App.Backend.Ingest;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

internal static class BackendServiceCollectionExtensions
{
    public const string CorsPolicy = "Backend";

    public static IServiceCollection AddBackend(this IServiceCollection services)
    {
        services.AddOptions<BackendOptions>().BindConfiguration(BackendOptions.SectionName)
            .Validate<IConfiguration>(
                static (_, configuration) => string.IsNullOrEmpty(configuration["Backend:AllowedOrigins"]),
                "Backend:AllowedOrigins must be a list: Backend:AllowedOrigins:0, Backend:AllowedOrigins:1 and so on.")
            .ValidateOnStart();
        // Configuration binding appends to a list, so the default origins are added after it, and only when none were given.
        services.PostConfigure<BackendOptions>(static options =>
        {
            if (options.AllowedOrigins.Count == 0)
            {
                options.AllowedOrigins.AddRange(BackendOptions.DefaultOrigins);
            }
        });
        services.AddSingleton<IValidateOptions<BackendOptions>, BackendOptionsValidator>();
        services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestOptions>, IngestOptionsValidator>();
        services.AddSingleton<IngestGate>();
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<BackendMetrics>();
        services.AddSingleton<FlushClock>();
        services.AddHostedService(static provider => provider.GetRequiredService<FlushClock>());
        services.AddSingleton<RowSocketFactory>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<OriginPolicy>(static (cors, origins) =>
            cors.AddPolicy(CorsPolicy, policy => policy
                .SetIsOriginAllowed(origins.IsListed)
                .AllowAnyHeader()
                .AllowAnyMethod()
                .AllowCredentials()));
        // Numbers are never sent as texts; openapi.json says so only with this setting.
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(static openApi => openApi.AddDocumentTransformer(BackendOpenApi.DescribeHost));
        return services;
    }
}
