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
    /// The largest message of a page. Long texts come in pieces (<see cref="LongText"/>); a field of
    /// <see cref="LongText.MostInMessage"/> letters still goes in one, whatever they are.
    /// </summary>
    private const int MaxMessageBytes = 128 * 1024;

    /// <summary>
    /// How long a page that lost its connection is kept. A reload tells the host and is not kept at all; a laptop that was asleep comes
    /// back to a new page, with its edits and pasted texts, which the tab keeps itself.
    /// </summary>
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(1);

    /// <summary>So many may be kept that way: a host of lost pages must not be full for those who come.</summary>
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
                // Pages begin anew instead of being taken up again, so what the framework puts aside for that is little and brief.
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

    /// <summary>Maps the pages and their files: everything that is not the wire.</summary>
    public static void MapStudio(this WebApplication app)
    {
        app.UseMiddleware<NewConnections>();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseMiddleware<FullHouse>();
        app.Use(PagesOnly);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Layout.App>()
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
