using LiveGridStudio.App.Components;
using LiveGridStudio.App.Studio.Definition;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace LiveGridStudio.App.Studio;

internal static class StudioServiceCollectionExtensions
{
    /// <summary>A pasted text comes in one message; with the default of 32 KB a longer one would end the page.</summary>
    private const int MaxMessageBytes = (3 * SampleText.MaxLength) + (1024 * 1024);

    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StudioOptions>, StudioOptionsValidator>();
        services.AddSingleton<ISaveGate, SaveGate>();
        services.AddSingleton<StudioMetrics>();
        services.AddSingleton<CircuitHandler>(static provider => provider.GetRequiredService<StudioMetrics>());
        services.AddScoped<PreviewFactory>();
        services.AddTransient<HostSource>();
        services.AddTransient<SourceDesk>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(static options => options.MaximumReceiveMessageSize = MaxMessageBytes);
        return services;
    }

    /// <summary>Maps the pages and their files: everything that is not the wire.</summary>
    public static void MapStudio(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.Use(PagesOnly);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Components.App>()
            // Who may frame a page stands in the one policy that each answer has.
            .AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>The page "not found" is for people who look for a page, not for programs that use a route wrongly.</summary>
    private static Task PagesOnly(HttpContext context, RequestDelegate next)
    {
        var asksForAPage = HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (!asksForAPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }
}
