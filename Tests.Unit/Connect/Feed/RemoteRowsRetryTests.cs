using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>A feed whose rows are requested while they are unavailable.</summary>
public sealed class RemoteRowsRetryTests : LosingTest
{
    private const string Refused = "connection refused: nothing listens there";

    private static string Table { get; } = Losing.Replace("live_grid", "table", StringComparison.Ordinal)
        .Replace("\"wsEndpoint\": \"odd_ws\",", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public async Task Session_RefreshedOrChangedWhileTheBackendIsAway_KeepsTheRowsAndComesBackWithIt(string symbol)
    {
        await using var sut = new RemoteSession(Setup.Feed(Backend.Address, Losing), Losing);
        await sut.Session.OpenAsync(Parameters);
        var port = Backend.Address.Port;
        await Backend.DisposeAsync();
        await sut.UntilAsync(() => sut.Session.RetryAt is not null);

        await (symbol == "A" ? sut.Session.RefreshAsync(Parameters) : sut.Session.OpenAsync(Symbol(symbol)));
        await sut.UntilAsync(() => sut.Session.RetryAt is not null);
        Assert.Equal((FeedState.Reconnecting, 1), (sut.Session.State, sut.X));
        Assert.EndsWith(Refused, sut.Session.Problem, StringComparison.Ordinal);

        await BackAsync(port, """[{"id": "a", "x": 2}]""");
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await sut.UntilAsync(() => sut.X == 2);
        await sut.UntilAsync(() => sut.Session is { State: FeedState.Live, Problem: null });
        Assert.Equal($"?symbol={symbol}", Backend.Requests.Last(static request => request.Path == "/rows").Query);
    }

    [Fact]
    public async Task Session_OpenedWhileTheBackendIsAway_SaysWhyAndComesToLifeWithIt()
    {
        var port = Backend.Address.Port;
        await using var sut = new RemoteSession(Setup.Feed(Backend.Address, Losing), Losing);
        await Backend.DisposeAsync();

        await sut.Session.OpenAsync(Parameters);
        await sut.UntilAsync(() => sut.Session.RetryAt is not null);
        Assert.Equal(FeedState.Reconnecting, sut.Session.State);
        Assert.EndsWith(Refused, sut.Session.Problem, StringComparison.Ordinal);

        await BackAsync(port, """[{"id": "a", "x": 2}]""");
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await sut.UntilAsync(() => sut.X == 2);
        await (await Backend.NextSocketAsync()).SendAsync("""{"id": "a", "x": 3}""");
        await sut.UntilAsync(() => sut.X == 3);
        Assert.Equal((FeedState.Live, null), (sut.Session.State, sut.Session.Problem));
    }

    [Fact]
    public async Task Session_RowsRefusedForGoodOnceTheBackendIsBack_FailsWithTheReason()
    {
        var port = Backend.Address.Port;
        await using var sut = new RemoteSession(Setup.Feed(Backend.Address, Losing), Losing);
        await sut.Session.OpenAsync(Parameters);
        await Backend.DisposeAsync();
        await sut.UntilAsync(() => sut.Session.RetryAt is not null);
        await sut.Session.OpenAsync(Symbol("NOPE"));
        await sut.UntilAsync(() => sut.Session.RetryAt is not null);

        await BackAsync(port, """{"detail": "unknown symbol NOPE"}""", StatusCodes.Status404NotFound);
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await sut.UntilAsync(() => sut.Session.State == FeedState.Failed);

        Assert.EndsWith("answered 404 Not Found: unknown symbol NOPE", sut.Session.Problem, StringComparison.Ordinal);
        Assert.Empty(sut.Session.Model.Rows);
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    [InlineData(StatusCodes.Status408RequestTimeout)]
    public async Task OpenAsync_StatusThatMayPass_TriesRowsAndSocketAgain(int status)
    {
        await using var sut = Setup.Feed(Backend.Address, Losing);
        Backend.Answer("/rows", "", status);

        await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Parameters, CancellationToken.None));
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        Assert.Equal((FeedState.Reconnecting, false), (sut.Status.State, sut.Status.NeedsSnapshot));
        Assert.Contains($"answered {status}", sut.Status.Reason, StringComparison.Ordinal);

        Backend.Answer("/rows", "[]");
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(sut, () => sut.Status.NeedsSnapshot);
        await sut.ReopenAsync(CancellationToken.None);
        Assert.Equal((FeedState.Live, null, false), (sut.Status.State, sut.Status.Reason, sut.Status.NeedsSnapshot));
    }

    [Fact]
    public async Task OpenAsync_NoSocket_RowsAreTriedWithGrowingDelaysUntilTheyAreThere()
    {
        await using var sut = Setup.Feed(Backend.Address, Table);
        var port = Backend.Address.Port;
        await Backend.DisposeAsync();
        await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Parameters, CancellationToken.None));

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            Assert.Equal((FeedState.Reconnecting, false), (sut.Status.State, sut.Status.NeedsSnapshot));
            Assert.Equal(TimeSpan.FromSeconds(seconds), sut.Status.RetryAt - Setup.Clock.GetUtcNow());
            Assert.EndsWith(Refused, sut.Status.Reason, StringComparison.Ordinal);
            Setup.Clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal((null, true), (sut.Status.RetryAt, sut.Status.NeedsSnapshot));
            await Assert.ThrowsAsync<FeedException>(() => sut.ReopenAsync(CancellationToken.None));
        }

        await BackAsync(port, "[]");
        Setup.Clock.Advance(TimeSpan.FromSeconds(30));
        await sut.ReopenAsync(CancellationToken.None);
        Assert.Equal((FeedState.Snapshot, null, null), (sut.Status.State, sut.Status.Reason, sut.Status.RetryAt));
    }

    [Fact]
    public async Task OpenAsync_SocketRefusedForGood_RowsAreStillTried()
    {
        await using var sut = Setup.Feed(Backend.Address, Losing);
        Backend.SocketStatus = StatusCodes.Status404NotFound;
        Backend.Answer("/rows", "", StatusCodes.Status503ServiceUnavailable);
        await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Parameters, CancellationToken.None));
        Assert.Equal(FeedState.Reconnecting, sut.Status.State);
        Assert.NotNull(sut.Status.RetryAt);

        Backend.Answer("/rows", "[]");
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(sut.Status.NeedsSnapshot);
        await sut.ReopenAsync(CancellationToken.None);

        Assert.Equal((FeedState.Failed, false), (sut.Status.State, sut.Status.NeedsSnapshot));
        Assert.StartsWith("ws://", sut.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_WhileRowsWait_EndsTheTries()
    {
        var sut = Setup.Feed(Backend.Address, Table);
        Backend.Answer("/rows", "", StatusCodes.Status503ServiceUnavailable);
        await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Parameters, CancellationToken.None));

        await sut.DisposeAsync();
        Setup.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(sut.Status.NeedsSnapshot);
    }

    private async Task BackAsync(int port, string rows, int status = StatusCodes.Status200OK)
    {
        Backend = await FaultyBackend.StartAsync(port);
        Backend.Answer("/rows", rows, status);
    }
}
