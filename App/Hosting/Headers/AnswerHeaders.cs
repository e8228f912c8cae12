using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>Tells browsers on every answer, errors included, how little it may be used for.</summary>
internal sealed class AnswerHeaders(RequestDelegate next, FramePolicy frames)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What the answer is, is known when it starts; an error page drops the headers that were set before.
        context.Response.OnStarting(Write, (context, frames.Ancestors, IsFramed(context)));
        return next(context);
    }

    /// <summary>Asked before an error page takes the place of what was asked for.</summary>
    private static bool IsFramed(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FramedAttribute>() is not null;

    private static Task Write(object state)
    {
        var (context, ancestors, isFramed) = ((HttpContext, string, bool))state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": a browser then sends "Origin: null" with a form or a beacon to this host, which is refused as foreign.
        headers["Referrer-Policy"] = "same-origin";
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            headers.ContentSecurityPolicy = ContentPolicy.OfFile;
            // The documents and rows of the contract are for other origins; CORS says which.
            if (context.GetEndpoint()?.Metadata.GetMetadata<ICorsMetadata>() is null)
            {
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
            }

            return Task.CompletedTask;
        }

        headers.ContentSecurityPolicy = ContentPolicy.OfPage(
            context.Request, PageNonce.Find(context), isFramed ? ancestors : ContentPolicy.OwnPages);
        if (isFramed)
        {
            // The framework's protection of forms sends it with "SAMEORIGIN", whatever the setting says.
            headers.XFrameOptions = default;
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return Task.CompletedTask;
    }
}
