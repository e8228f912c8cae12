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
        catch (OperationCanceledException) when (context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Empty;
        }
    }
}
