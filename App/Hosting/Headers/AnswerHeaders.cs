using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>Sets security headers on every answer, errors included.</summary>
internal sealed class AnswerHeaders(RequestDelegate next, FramePolicy frames)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Write the headers when the answer starts, because only then its kind is known; an error page drops headers that were set before.
        context.Response.OnStarting(Write, (context, frames.Ancestors, IsFramed(context)));
        return next(context);
    }

    /// <summary>Must be called before an error page replaces the endpoint.</summary>
    private static bool IsFramed(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FramedAttribute>() is not null;

    private static Task Write(object state)
    {
        var (context, ancestors, isFramed) = ((HttpContext, string, bool))state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": then a browser sends "Origin: null" with a form or a beacon to this host, which is refused as foreign.
        headers["Referrer-Policy"] = "same-origin";
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            headers.ContentSecurityPolicy = ContentPolicy.OfFile;
            // Other origins may read the documents and rows of the contract; CORS decides which.
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
            // The framework's antiforgery sends "SAMEORIGIN", whatever the setting says.
            headers.XFrameOptions = default;
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return Task.CompletedTask;
    }
}
