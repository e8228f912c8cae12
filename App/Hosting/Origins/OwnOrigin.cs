namespace LiveGridStudio.App.Hosting.Origins;

/// <summary>This host's own origin: the scheme and host that the browser used for this request.</summary>
/// <remarks>Behind a proxy that ends TLS the scheme is right only if <c>Proxy:Trusted</c> names it.</remarks>
internal static class OwnOrigin
{
    public static bool IsOwn(HttpRequest request, string origin)
    {
        if (origin.Equals(Of(request), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A client may write the default port of the scheme; a browser never does.
        return Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
            && Uri.TryCreate(Of(request), UriKind.Absolute, out var ours)
            && theirs.AbsoluteUri == ours.AbsoluteUri;
    }

    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
