using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Hosting.Headers;
using LiveGridStudio.App.Studio.Circuits;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.App.Ui;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace LiveGridStudio.App.Studio;

internal static class StudioServiceCollectionExtensions
{
    /// <summary>
    /// The most bytes of a page's message. Long texts are sent in pieces (<see cref="LongText"/>); a field of <see
    /// cref="LongText.MostInMessage"/> characters still fits into one message, whatever the characters.
    /// </summary>
    private const int MaxMessageBytes = 128 * 1024;

    /// <summary>
    /// How long a page without connection is kept. A reload tells the host and is not kept at all; a laptop that wakes from sleep gets a
    /// new page, with its edits and pasted texts, which the tab stores itself.
    /// </summary>
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(1);

    /// <summary>The most pages that are kept without connection: lost pages must not fill the host.</summary>
    private const int MostRetained = 50;

    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StudioOptions>, StudioOptionsValidator>();
        services.AddSingleton<ISaveGate, SaveGate>();
        services.AddSingleton<StudioMetrics>();
        services.AddSingleton<CircuitHandler>(static provider => provider.GetRequiredService<StudioMetrics>());
        services.AddSingleton<IEarlyMetrics>(static provider => provider.GetRequiredService<StudioMetrics>());
        services.AddSingleton(static provider => new FramePolicy(provider.GetRequiredService<IOptions<StudioOptions>>().Value.FrameAncestors));
        services.AddScoped<PreviewFactory>();
        services.AddTransient<HostSource>();
        services.AddTransient<SourceSelector>();
        services.AddMudServices();
        services.AddSingleton<CircuitSeats>();
        services.AddSingleton<CircuitHandler, CircuitSeating>();
        services.AddSingleton<CircuitGate>();
        services.AddRazorComponents()
            .AddInteractiveServerComponents(static options =>
            {
                options.DisconnectedCircuitRetentionPeriod = Retention;
                options.DisconnectedCircuitMaxRetained = MostRetained;
                // Pages start again instead of being resumed, so the framework needs to keep their state only briefly.
                options.PersistedCircuitInMemoryRetentionPeriod = Retention;
                options.PersistedCircuitInMemoryMaxRetained = MostRetained;
            })
            .AddHubOptions(static options =>
            {
                options.MaximumReceiveMessageSize = MaxMessageBytes;
                options.HandshakeTimeout = TimeSpan.FromSeconds(10);
                options.AddFilter<CircuitGate>();
            });
        return services;
    }

    /// <summary>Maps the pages and their files: everything except the backend's routes.</summary>
    public static void MapStudio(this WebApplication app)
    {
        app.UseMiddleware<NewConnections>();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseMiddleware<FullHouse>();
        app.Use(PagesOnly);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Layout.App>()
            // The one policy of each answer says who may frame a page.
            .AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Shows the page "not found" only for navigation to pages, not for programs that use a route wrongly.</summary>
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
