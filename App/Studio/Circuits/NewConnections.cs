namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>
/// Limits how many connections to Blazor's hub start within a time. Each one holds buffers for some seconds even if nothing follows, so a
/// program that only negotiates could exhaust the memory.
/// </summary>
internal sealed class NewConnections(RequestDelegate next, CircuitSeats seats, TimeProvider timeProvider)
{
    /// <summary>The time for which the framework keeps an idle new connection.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    private static readonly PathString Hub = "/_blazor";
    private static readonly PathString Negotiation = "/_blazor/negotiate";

    // All pages may reload at the same time, each of them twice.
    private readonly int _most = (2 * seats.Most) + CircuitGate.SpareConnections;
    private readonly Lock _lock = new();
    private long _begun = timeProvider.GetTimestamp();
    private int _count;

    public Task InvokeAsync(HttpContext context) =>
        IsNew(context.Request) && !TryCount() ? RefuseAsync(context) : next(context);

    private static bool IsNew(HttpRequest request) =>
        request.Path.Equals(Negotiation, StringComparison.OrdinalIgnoreCase)
        || (request.Path.Equals(Hub, StringComparison.OrdinalIgnoreCase) && !request.Query.ContainsKey("id"));

    private bool TryCount()
    {
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            if (timeProvider.GetElapsedTime(_begun, now) >= Window)
            {
                (_begun, _count) = (now, 0);
            }

            return _count < _most && ++_count <= _most;
        }
    }

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "15";
        await TypedResults.Problem(
            "Too many pages connect at the moment. Try again in 15 seconds.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "Too many connections").ExecuteAsync(context);
    }
}
