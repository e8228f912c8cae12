using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.Proxies;

/// <summary>
/// Lets the proxies of <see cref="ProxyOptions.Trusted"/> set the scheme and the client of a request, so that <c>https://studio.example</c>
/// is this host's own origin although the proxy sends plain HTTP to it.
/// </summary>
/// <remarks>
/// The host name is not read from <c>X-Forwarded-Host</c>: a proxy that does not set that header forwards what a client wrote into it. A
/// proxy forwards <c>Host</c> itself, and <c>AllowedHosts</c> checks it.
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

    /// <summary>Must run before everything that uses a request's scheme or client.</summary>
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
            // Walk over all trusted proxies; the first untrusted address ends the walk.
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
