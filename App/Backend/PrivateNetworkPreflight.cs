namespace LiveGridStudio.App.Backend;

/// <summary>
/// Allows the preflight in which a browser asks whether a public page may reach this private address. The CORS policy then decides which
/// pages may, as for any other request.
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
