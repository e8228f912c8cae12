using System.Net;
using LiveGridStudio.App.Studio.Circuits;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Circuits;

/// <summary>A host with two seats and a manual clock.</summary>
public sealed class CircuitSeatsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly StudioFactory _host;

    public CircuitSeatsTests() => _host = new StudioFactory(("Studio:MaxCircuits", "2")) { Clock = _clock };

    private CircuitSeats Seats => _host.Services.GetRequiredService<CircuitSeats>();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Start_OneMoreThanThereAreSeats_IsRefusedAndPagesSaySo()
    {
        using var client = new HttpClient { BaseAddress = _host.Address };
        using var first = await CircuitClient.ConnectAsync(_host.Address);
        Assert.True(await first.StartAsync());
        using var second = await CircuitClient.ConnectAsync(_host.Address);
        using var third = await CircuitClient.ConnectAsync(_host.Address);
        Assert.True(await second.StartAsync());

        // It connected before the last seat was taken.
        Assert.False(await third.StartAsync());
        await third.WaitForEndAsync();
        foreach (var path in new[] { "/?theme=light", "/preview/live_grid" })
        {
            var page = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(10), page.Headers.RetryAfter?.Delta);
            var text = await page.Content.ReadAsStringAsync();
            Assert.Contains("This host keeps 2 pages", text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{path}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<!--Blazor:", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/widgets.json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/js/theme.js")).StatusCode);
        Assert.Equal(2, Seats.Taken);

        second.Dispose();
        while (Seats.IsFull)
        {
            // The host notices it a little later.
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Connect_WithoutACircuit_IsCutOff()
    {
        using var idle = await CircuitClient.ConnectAsync(_host.Address);
        using var working = await CircuitClient.ConnectAsync(_host.Address);
        Assert.True(await working.StartAsync());

        _clock.Advance(CircuitGate.StartTimeout);

        await idle.WaitForEndAsync();
        Assert.Equal(1, Seats.Taken);
    }

    [Fact]
    public async Task Negotiate_TooOften_IsPutOffForAWhile()
    {
        using var client = new HttpClient { BaseAddress = _host.Address };
        Task<HttpResponseMessage> NegotiateAsync() => client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        var most = (2 * Seats.Most) + CircuitGate.SpareConnections;

        var answers = await Task.WhenAll(Enumerable.Range(0, most + 1).Select(_ => NegotiateAsync()));

        var refused = Assert.Single(answers, static answer => answer.StatusCode != HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(NewConnections.Window, refused.Headers.RetryAfter?.Delta);
        _clock.Advance(NewConnections.Window);
        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync()).StatusCode);
    }
}
