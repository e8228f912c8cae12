using System.Text.RegularExpressions;
using LiveGridStudio.Tests.E2E.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>Slow answers, sockets that are cut or refused, feeds that become silent.</summary>
public sealed class LinkJourney(BrowserFixture browser, LeapingHostFixture fixture)
    : FaultyBackendJourney(browser, fixture.Host), IClassFixture<LeapingHostFixture>
{
    /// <summary>More than the longest delay before a socket reconnects.</summary>
    private static readonly TimeSpan OverTheDelay = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task Open_SlowRows_LoadsThenShowsThem()
    {
        var backend = await StartOddAsync();
        using var hold = backend.Hold("/odd_rows");
        var studio = await OpenAsync(backend);

        await hold.Asked;
        await Expect(studio.Grid).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(studio.Page.GetByLabel("Loading", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(studio.Rows).ToHaveCountAsync(0);
        hold.Dispose();

        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Grid).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
    }

    [Fact]
    public async Task Connect_SlowDefinitions_SaysSoAndThenListsThem()
    {
        var backend = await StartOddAsync();
        using var hold = backend.Hold("/widgets.json");
        var studio = await OpenAsync(Host);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await studio.ConnectAsync(backend.Address);

        await hold.Asked;
        await Expect(studio.Page.GetByTestId("connect")).ToHaveTextAsync("Connecting");
        await Expect(studio.Page.GetByTestId("connect")).ToBeDisabledAsync();
        hold.Dispose();

        await Expect(studio.Page.GetByTestId("widget-odd")).ToBeVisibleAsync();
        await Expect(studio.Page.GetByTestId("connect")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Drop_Socket_CountsDownThenRenewsRowsAndSubscription()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);
        var subscription = await socket.ReceiveAsync();
        // Every attempt fails for now, so that the delay grows and the countdown is visible.
        backend.SocketStatus = 503;

        backend.DropAll();

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "reconnecting");
        fixture.Clock.Leap(OverTheDelay);
        await Expect(studio.Page.GetByTestId("feed-problem")).ToContainTextAsync("503");
        await Expect(studio.FeedState).ToHaveTextAsync("Reconnecting");
        await Expect(studio.Page.GetByTestId("feed-age")).ToHaveTextAsync(new Regex(@"^in \d+ s$"));
        await Expect(studio.Rows).ToHaveCountAsync(4);

        backend.Answer("/odd_rows", """[{"book":"A","line":null,"price":99}]""");
        backend.SocketStatus = null;
        fixture.Clock.Leap(OverTheDelay);

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.Cell("A-", "price")).ToHaveTextAsync("99");
        await Expect(studio.Page.GetByTestId("feed-problem")).ToHaveCountAsync(0);
        var next = await backend.NextSocketAsync();
        Assert.Equal(subscription, await next.ReceiveAsync());
        await next.SendAsync("""{"book":"A","line":null,"price":100}""");
        await Expect(studio.Cell("A-", "price")).ToHaveAttributeAsync("data-change", "up");
    }

    [Fact]
    public async Task Silence_OfALiveFeed_IsStaleUntilTheNextMessage()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);

        fixture.Clock.Leap(TimeSpan.FromSeconds(12));
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "stale");
        await Expect(studio.FeedState).ToHaveTextAsync("Stale");
        await Expect(studio.Page.GetByTestId("feed-age")).ToHaveTextAsync(new Regex(@"^1\d s ago$"));

        await socket.SendAsync("""{"book":"A","line":null,"price":1}""");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
    }

    [Theory]
    [InlineData("broken", "the answer is not JSON")]
    [InlineData("missing", "answered 404")]
    [InlineData("stray", "Connect:AllowedHosts")]
    public async Task Open_RowsThatCannotBeRead_FailsWithTheReason(string widget, string reason)
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend, widget);

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "failed");
        await Expect(studio.FeedState).ToHaveTextAsync("Failed");
        await Expect(studio.Grid.Locator("[role=alert]")).ToContainTextAsync(reason);
        await Expect(studio.Rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_SocketThatIsRefused_KeepsTheRowsAndFailsWithTheReason()
    {
        var backend = await StartOddAsync();
        backend.SocketStatus = 403;
        var studio = await OpenAsync(backend);

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "failed");
        await Expect(studio.Page.GetByTestId("feed-problem")).ToContainTextAsync("403");
        await Expect(studio.Rows).ToHaveCountAsync(4);

        // It is a problem like any other, and goes when it is mended.
        await Expect(studio.Page.GetByTestId("problem-socket")).ToContainTextAsync("The socket cannot be opened");
        await Expect(studio.Page.GetByTestId("widget-odd").GetByTestId("widget-findings")).ToBeVisibleAsync();
        backend.SocketStatus = null;
        await studio.Page.GetByTestId("refresh").ClickAsync();
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.Page.GetByTestId("problem-socket")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_TableWithoutSocket_IsASnapshot()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend, "still");

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "snapshot");
        await Expect(studio.FeedState).ToHaveTextAsync("Snapshot");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        Assert.Equal(0, backend.OpenSockets);
    }
}
