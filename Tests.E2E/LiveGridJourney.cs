using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author opens the studio and watches the grid.</summary>
public sealed class LiveGridJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser)
{
    private static readonly string[] Headers = ["Symbol", "Price", "Change %", "Volume", "Date", "Change", "Market Cap"];

    [Fact]
    public async Task Open_Studio_GridFillsAndIsLive()
    {
        var studio = await OpenAsync(StartBusyHost());

        await Expect(studio.Cell("TSLA", "symbol")).ToHaveTextAsync("TSLA");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(Headers);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.FeedState).ToHaveTextAsync("Live");
        Assert.Empty(ConsoleErrors);
    }

    [Fact]
    public async Task Watch_Price_FlashesAndVolumeStays()
    {
        var studio = await OpenAsync(StartBusyHost());
        var volume = await studio.Cell("TSLA", "volume").TextContentAsync();
        var price = studio.Cell("TSLA", "price");

        await Expect(price).ToHaveAttributeAsync("data-change", new System.Text.RegularExpressions.Regex("up|down"));
        await Expect(price.Locator(".lg-mark")).ToBeVisibleAsync();
        var first = await price.InnerTextAsync();
        await Expect(price).Not.ToHaveTextAsync(first);
        await Expect(studio.Cell("TSLA", "volume")).ToHaveTextAsync(volume!);
        Assert.Null(await studio.Cell("TSLA", "volume").GetAttributeAsync("data-change"));
    }

    [Fact]
    public async Task Choose_OtherSymbols_ChangesTheRowsAndTheSubscription()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.ToggleAsync("Symbol", "TSLA", "AAPL", "MSFT");

        await Expect(studio.Rows).ToHaveCountAsync(2);
        await Expect(studio.Cell("MSFT", "price")).ToHaveTextAsync("350");
        Assert.Equal((1, 1, 0), (host.Book.Table.ReadersOf("symbol", "AAPL"), host.Book.Table.ReadersOf("symbol", "MSFT"), host.Book.Table.ReadersOf("symbol", "TSLA")));
    }

    [Fact]
    public async Task Choose_NoSymbolAtAll_SaysWhatIsMissing()
    {
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.ToggleAsync("Symbol", "TSLA");

        await Expect(studio.Grid.GetByRole(AriaRole.Alert)).ToContainTextAsync("symbol is required");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "failed");
    }

    [Fact]
    public async Task Tick_ByHand_IsTheSameOnASocketAndInThePage()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host, "/preview/live_grid?symbol=AAPL");
        await Expect(studio.Cell("AAPL", "price")).ToHaveTextAsync("150");
        using var socket = await SocketClient.ConnectAsync(host.Address);
        await socket.SendAsync("""{"params":{"symbol":"AAPL"}}""");
        await Eventually.HoldsAsync(() => host.Book.Table.ReadersOf("symbol", "AAPL") == 2);

        host.Ticks.Publish("AAPL", 163.33);

        var row = await socket.ReceiveAsync();
        Assert.Equal(163.33, row["price"].Number);
        await Expect(studio.Cell("AAPL", "price").Locator(".lg-text")).ToHaveTextAsync("163.330");
        await Expect(studio.Cell("AAPL", "price")).ToHaveAttributeAsync("data-change", "up");
        Assert.Equal(17.79, row["change"].Number);
        await Expect(studio.Cell("AAPL", "change")).ToHaveTextAsync("17.790");
        await Expect(studio.Cell("AAPL", "change_percent")).ToHaveTextAsync("0.122");
    }

    [Fact]
    public async Task Mark_NothingElseTicks_GoesByItself()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host, "/preview/live_grid?symbol=AAPL");
        await Expect(studio.Cell("AAPL", "price")).ToHaveTextAsync("150");

        host.Ticks.Publish("AAPL", 149);

        await Expect(studio.Cell("AAPL", "price")).ToHaveAttributeAsync("data-change", "down");
        await Expect(studio.Cell("AAPL", "price")).ToHaveAttributeAsync("data-change", "none");
        await Expect(studio.Cell("AAPL", "price")).ToHaveTextAsync("149");
    }

    [Fact]
    public async Task Leave_Page_RemovesItsSubscription()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        Assert.Equal(1, host.Book.Table.ReaderCount);

        await studio.Page.GotoAsync("/widgets.json");

        await Eventually.HoldsAsync(() => host.Book.Table.ReaderCount == 0);
    }

    [Fact]
    public async Task Circuit_InABrowser_IsAWebSocket()
    {
        var host = shared.Host;
        var studio = await OpenAsync(host);
        var sockets = new List<string>();
        var polls = new List<string>();
        studio.Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        studio.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/_blazor?id=", StringComparison.Ordinal))
            {
                polls.Add(request.Url);
            }
        };

        await studio.Page.ReloadAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);

        Assert.Contains(sockets, static url => url.Contains("/_blazor", StringComparison.Ordinal));
        Assert.Empty(polls);
    }
}
