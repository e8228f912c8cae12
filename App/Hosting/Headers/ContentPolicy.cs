using System.Buffers;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>Builds the header <c>Content-Security-Policy</c>: what a page may load and run, and who may frame it.</summary>
internal static class ContentPolicy
{
    public const string OwnPages = "'self'";

    // The host name comes from the request and is put into the policy, where ";" ends a directive.
    private static readonly SearchValues<char> HostLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]");

    /// <summary>The policy of a page.</summary>
    /// <param name="request">The request for the page.</param>
    /// <param name="nonce">The nonce of its inline scripts; null when it has none.</param>
    /// <param name="frameAncestors">The origins that may frame it.</param>
    public static string OfPage(HttpRequest request, string? nonce, string frameAncestors) =>
        "default-src 'self'; " +
        $"script-src 'self'{(nonce is null ? null : $" 'nonce-{nonce}'")}; " +
        // MudBlazor writes its theme, and the position and size of popups, into style elements and attributes. Monaco creates style
        // elements at run time. Neither supports a nonce.
        "style-src 'self' 'unsafe-inline'; " +
        "img-src 'self' data:; " +
        // 'self' does not include the WebSocket in Safari before 15.4.
        $"connect-src 'self'{Socket(request)}; " +
        "worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; " +
        $"frame-ancestors {frameAncestors}";

    /// <summary>The policy of everything else. A worker script uses the policy of its own answer.</summary>
    public const string OfFile =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static string? Socket(HttpRequest request) =>
        request.Host.Value is { Length: > 0 } host && !host.AsSpan().ContainsAnyExcept(HostLetters)
            ? $" {(request.IsHttps ? "wss" : "ws")}://{host}"
            : null;
}
