using System.Net;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Telemetry;

public sealed class OtlpHandlerTests
{
    private readonly ListLogger<OtlpHandlerTests> _log = new();
    private Func<HttpResponseMessage> _answer = static () => new HttpResponseMessage();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_LostAndFoundAgain_SaysEachOnce(bool isAsync)
    {
        using var client = new HttpClient(new OtlpHandler(new Collector(() => _answer()), _log));

        await PostAsync(client, isAsync);
        Assert.Empty(_log.Messages);

        _answer = static () => throw new HttpRequestException("refused");
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(client, isAsync));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(client, isAsync));
        _answer = static () => new HttpResponseMessage(HttpStatusCode.Unauthorized);
        await PostAsync(client, isAsync);
        Assert.StartsWith(
            "Warning: Metrics cannot be sent to collector:4318 (refused).", Assert.Single(_log.Messages), StringComparison.Ordinal);

        _answer = static () => new HttpResponseMessage();
        await PostAsync(client, isAsync);
        await PostAsync(client, isAsync);

        Assert.Equal(2, _log.Messages.Count);
        Assert.Equal("Information: Metrics are sent to collector:4318 again. ", _log.Messages.Last());
    }

    [Fact]
    public async Task Send_Refused_SaysTheStatusAndNoSecret()
    {
        using var client = new HttpClient(new OtlpHandler(new Collector(() => _answer()), _log));
        _answer = static () => new HttpResponseMessage(HttpStatusCode.Unauthorized);

        await PostAsync(client, isAsync: true);

        var message = Assert.Single(_log.Messages);
        Assert.Contains("it answers 401", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    private static async Task PostAsync(HttpClient client, bool isAsync)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://user:hunter2@collector:4318/v1/metrics");
        request.Headers.Add("x-key", "hunter2");
        using var answer = isAsync ? await client.SendAsync(request) : client.Send(request);
    }

    private sealed class Collector(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => answer();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
