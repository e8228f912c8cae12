using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.MemoryRelease;

internal static class MemoryReleaseServiceCollectionExtensions
{
    /// <summary>Adds the release of memory while the host is quiet; the collector's own settings are in the project file.</summary>
    public static IServiceCollection AddMemoryRelease(this IServiceCollection services)
    {
        services.AddOptions<MemoryReleaseOptions>().BindConfiguration(MemoryReleaseOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MemoryReleaseOptions>, MemoryReleaseOptionsValidator>();
        services.AddSingleton<IProcessMemory, ProcessMemory>();
        services.AddHostedService<MemoryReleaser>();
        return services;
    }
}
