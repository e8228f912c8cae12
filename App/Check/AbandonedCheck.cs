using Microsoft.AspNetCore.Connections;

namespace LiveGridStudio.App.Check;

/// <summary>The result of a check whose client has gone: no answer is sent, and nothing is logged as an error.</summary>
internal static class AbandonedCheck
{
    public static async ValueTask<object?> End(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception gone) when (gone is ConnectionResetException
            || (gone is OperationCanceledException && context.HttpContext.RequestAborted.IsCancellationRequested))
        {
            // After a partly read body the connection cannot serve another request.
            context.HttpContext.Abort();
            return TypedResults.Empty;
        }
    }
}
