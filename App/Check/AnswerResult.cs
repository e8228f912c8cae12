namespace LiveGridStudio.App.Check;

/// <summary>Sends a buffered answer as JSON. A client that reads too slowly, or has gone, loses the connection.</summary>
internal sealed class AnswerResult(AnswerBuffer answer, TimeProvider timeProvider) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = answer.Length;
        using var late = new CancellationTokenSource(CheckLimits.WriteTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, httpContext.RequestAborted);
        try
        {
            await answer.SendAsync(httpContext.Response.Body, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            httpContext.Abort();
        }
    }
}
