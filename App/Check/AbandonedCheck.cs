using Microsoft.AspNetCore.Connections;

namespace LiveGridStudio.App.Check;

/// <summary>The end of a check whose client has gone: nobody is there to answer, and nothing went wrong.</summary>
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
            // A body that was left in the middle leaves nothing to read a next request from.
            context.HttpContext.Abort();
            return TypedResults.Empty;
        }
    }
}
