namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>
/// The headers of answers that are given before <see cref="AnswerHeaders"/> is reached: of a request for a host name that is not
/// expected. It goes before what the framework itself puts first.
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

    /// <summary>Called after those who come later have written theirs.</summary>
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
