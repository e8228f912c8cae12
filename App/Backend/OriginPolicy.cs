using LiveGridStudio.App.Hosting.Origins;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// Decides which pages may read this backend. The same list serves CORS and WebSockets, which CORS does not cover. The middleware's own
/// WebSocket origin list is not used, because it would also apply to Blazor's circuit.
/// </summary>
internal sealed class OriginPolicy(IOptions<BackendOptions> options)
{
    private readonly HashSet<string> _origins = new(
        options.Value.AllowedOrigins.Select(Normalise), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a listed origin.</summary>
    public bool IsListed(string origin) => _origins.Contains("*") || _origins.Contains(origin);

    /// <summary>True for a request without an origin (not from a browser), from this host's own pages or from a listed origin.</summary>
    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsListed(origin)
            || OwnOrigin.IsOwn(request, origin);
    }

    /// <summary>Writes an origin as a browser does: without a path, and without the default port of its scheme.</summary>
    private static string Normalise(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.GetLeftPart(UriPartial.Authority) : origin;

    public static bool IsOrigin(string? text) =>
        text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Host.Length > 0
            && uri.PathAndQuery is "/" or ""
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0);
}
