using LiveGridStudio.App.Hosting.Requests;

namespace LiveGridStudio.App.Hosting.Origins;

/// <summary>
/// Refuses requests of other pages to the studio's circuit, to <c>/api</c> and to <c>/recordings</c>, before the body is read. A browser lets every page open a
/// WebSocket to this host and post plain text to it; neither CORS nor the cookie rules prevent that.
/// </summary>
/// <remarks>
/// Browsers send <c>Origin</c> with each WebSocket and each POST, so a request without it comes from a program, which could claim any
/// origin. The documents and rows that Workspace reads are not checked here.
/// </remarks>
internal sealed class ForeignPages(RequestDelegate next, TimeProvider timeProvider, ILogger<ForeignPages> logger)
{
    private static readonly PathString Circuit = "/_blazor";
    private static readonly PathString Api = "/api";
    private static readonly PathString Recordings = "/recordings";

    private readonly WarningPace _warnings = new(timeProvider);

    public Task InvokeAsync(HttpContext context)
    {
        var isCircuit = context.Request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase);
        var isOurs = isCircuit || context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments(Recordings, StringComparison.OrdinalIgnoreCase);
        return isOurs && Sender(context.Request, isCircuit) is { } sender
            ? RefuseAsync(context, sender)
            : next(context);
    }

    /// <summary>The foreign page in words; null for an own page or a program.</summary>
    private static string? Sender(HttpRequest request, bool isCircuit)
    {
        var origins = request.Headers.Origin;
        if (origins.Count > 0 && !(origins.Count == 1 && OwnOrigin.IsOwn(request, origins[0] ?? "")))
        {
            return $"the origin {LogText.Of(origins.ToString())}";
        }

        // This header also covers requests without Origin, such as those for a picture.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site == "cross-site" || (isCircuit && site == "same-site") ? "another site" : null;
    }

    private async Task RefuseAsync(HttpContext context, string sender)
    {
        var own = OwnOrigin.Of(context.Request);
        var path = LogText.Of(context.Request.Path);
        if (_warnings.IsTime())
        {
            OriginLog.PageRefused(logger, sender, path, own);
        }
        else
        {
            OriginLog.PageRefusedAgain(logger, sender, path);
        }

        context.CloseAfterAnswer();
        await TypedResults.Problem(
            $"This part of the host answers its own pages ({own}) and programs alone; the request came from {sender}. " +
            "Behind a proxy that ends TLS, the setting Proxy:Trusted has to name the proxy.",
            statusCode: StatusCodes.Status403Forbidden,
            title: "Not from this host's own pages").ExecuteAsync(context);
    }
}
