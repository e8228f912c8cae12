namespace LiveGridStudio.App.Hosting.Requests;

internal static class LastAnswer
{
    /// <summary>
    /// Closes the connection after this answer: an unread rest of a body could not be distinguished from another request. HTTP/2 separates
    /// requests itself and has no such header.
    /// </summary>
    public static void CloseAfterAnswer(this HttpContext context)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }
    }
}
