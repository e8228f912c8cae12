using LiveGridStudio.App.Components;
using LiveGridStudio.App.Studio.Definition;
using LiveGridStudio.Shared.Widgets;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace LiveGridStudio.App.Studio;

internal static class StudioServiceCollectionExtensions
{
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StudioOptions>, StudioOptionsValidator>();
        services.AddSingleton<ISaveGate, SaveGate>();
        services.AddScoped<PreviewFactory>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    /// <summary>Maps the pages and their files: everything that is not the wire.</summary>
    public static void MapStudio(this WebApplication app)
    {
        var frameAncestors = app.Services.GetRequiredService<IOptions<StudioOptions>>().Value.FrameAncestors;
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Components.App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = frameAncestors);
    }
}
