using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.Proxies;

/// <summary>
/// Lets the proxies of <see cref="ProxyOptions.Trusted"/> say which scheme and which client a request came with, so that
/// <c>https://studio.example</c> is this host's own origin although the proxy speaks plain HTTP to it.
/// </summary>
/// <remarks>
/// The host name is not taken from <c>X-Forwarded-Host</c>: a proxy that does not set that header hands on what a client wrote
/// into it. A proxy passes <c>Host</c> itself, and <c>AllowedHosts</c> checks it.
/// </remarks>
internal static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.SectionName)
            .Validate<IConfiguration>(
                static (_, configuration) => string.IsNullOrEmpty(configuration["Proxy:Trusted"]),
                "Proxy:Trusted must be a list: Proxy:Trusted:0, Proxy:Trusted:1 and so on.")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();
        return services;
    }

    /// <summary>Comes before everything that asks for a request's scheme or client.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted;
        if (trusted.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many proxies in a row as are trusted; the first that is not ends the walk.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in trusted)
        {
            if (ProxyOptions.TryRead(text, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }

        app.UseForwardedHeaders(options);
    }
}
