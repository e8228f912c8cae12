using System.Buffers;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>What a page may load and run, and who may frame it: the header <c>Content-Security-Policy</c>.</summary>
internal static class ContentPolicy
{
    public const string OwnPages = "'self'";

    // A host name comes from the request and goes into a list of words that ";" ends.
    private static readonly SearchValues<char> HostLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]");

    /// <summary>Of a document.</summary>
    /// <param name="request">Asks for the document.</param>
    /// <param name="nonce">The word of its inline scripts; null when it has none.</param>
    /// <param name="frameAncestors">Who may show it in a frame.</param>
    public static string OfPage(HttpRequest request, string? nonce, string frameAncestors) =>
        "default-src 'self'; " +
        $"script-src 'self'{(nonce is null ? null : $" 'nonce-{nonce}'")}; " +
        // MudBlazor writes its theme, and the place and size of what it shows, into style elements and attributes. Monaco makes style
        // elements of its own as it runs. Neither takes a nonce.
        "style-src 'self' 'unsafe-inline'; " +
        "img-src 'self' data:; " +
        // 'self' does not stand for the WebSocket in Safari before 15.4.
        $"connect-src 'self'{Socket(request)}; " +
        "worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; " +
        $"frame-ancestors {frameAncestors}";

    /// <summary>Of everything else. A script that runs as a worker keeps to that of its own answer.</summary>
    public const string OfFile =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static string? Socket(HttpRequest request) =>
        request.Host.Value is { Length: > 0 } host && !host.AsSpan().ContainsAnyExcept(HostLetters)
            ? $" {(request.IsHttps ? "wss" : "ws")}://{host}"
            : null;
}
