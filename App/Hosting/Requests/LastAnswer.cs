namespace LiveGridStudio.App.Hosting.Requests;

internal static class LastAnswer
{
    /// <summary>
    /// Ends the connection with this answer: the rest of a body that is not read cannot be told from another request. HTTP/2 keeps
    /// requests apart itself and has no such header.
    /// </summary>
    public static void CloseAfterAnswer(this HttpContext context)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }
    }
}
