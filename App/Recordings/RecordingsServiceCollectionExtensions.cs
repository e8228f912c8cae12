using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Recordings;

internal static class RecordingsServiceCollectionExtensions
{
    public static IServiceCollection AddRecordings(this IServiceCollection services)
    {
        services.AddOptions<RecordingOptions>().BindConfiguration(RecordingOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecordingOptions>, RecordingOptionsValidator>();
        services.AddSingleton<RecordingFolder>();
        return services;
    }
}
