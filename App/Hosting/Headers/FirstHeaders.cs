namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>
/// Sets the headers of answers that do not reach <see cref="AnswerHeaders"/>: those to requests for an unexpected host name. It runs before
/// the framework's own first middleware.
/// </summary>
internal sealed class FirstHeaders : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, following) =>
        {
            context.Response.OnStarting(Write, context);
            return following(context);
        });
        next(app);
    };

    /// <summary>Called after later middleware has set its headers.</summary>
    private static Task Write(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentPolicy.OfFile;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
        }

        return Task.CompletedTask;
    }
}
