namespace LiveGridStudio.App.Backend;

/// <summary>
/// A browser that asks, in a preflight, whether a public page may reach this private address gets a yes; who may is then
/// decided by the CORS policy as for any other request.
/// </summary>
internal static class PrivateNetworkPreflight
{
    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsOptions(context.Request.Method)
            && context.Request.Headers["Access-Control-Request-Private-Network"] == "true")
        {
            context.Response.Headers["Access-Control-Allow-Private-Network"] = "true";
        }

        return next(context);
    }
}
