namespace LiveGridStudio.App.Telemetry;

/// <summary>
/// Logs when metrics stop arriving at the collector and when they arrive again, because the exporter itself logs neither. One line each,
/// however often it retries.
/// </summary>
internal sealed class OtlpHandler(HttpMessageHandler inner, ILogger logger) : DelegatingHandler(inner)
{
    private int _isLost;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(request, base.Send(request, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Lose(request, exception);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(request, await base.SendAsync(request, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Lose(request, exception);
            throw;
        }
    }

    private static string Collector(HttpRequestMessage request) => request.RequestUri?.GetLeftPart(UriPartial.Authority) is { } address
        ? address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]
        : "the collector";

    private HttpResponseMessage Judge(HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            Lose(request, $"it answers {(int)answer.StatusCode}");
        }
        else if (Interlocked.Exchange(ref _isLost, 0) == 1)
        {
            TelemetryLog.Reachable(logger, Collector(request));
        }

        return answer;
    }

    private void Lose(HttpRequestMessage request, Exception exception) =>
        Lose(request, exception is OperationCanceledException ? "no answer in time" : exception.GetBaseException().Message);

    private void Lose(HttpRequestMessage request, string reason)
    {
        if (Interlocked.Exchange(ref _isLost, 1) == 0)
        {
            TelemetryLog.Unreachable(logger, Collector(request), reason);
        }
    }
}
