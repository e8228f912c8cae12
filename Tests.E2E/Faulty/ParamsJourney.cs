using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>Parameters are sent as Workspace sends them: the faulty backend records what it received.</summary>
public sealed class ParamsJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    [Fact]
    public async Task Change_Values_GoOutInTheQueryAndOverTheOpenSocket()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);
        Assert.Equal("""{"type":"params","params":{"symbol":"TSLA","books":["A"]}}""", await socket.ReceiveAsync());
        Assert.Equal("?symbol=TSLA&books=A", LastRows(backend));

        await studio.ToggleAsync("books", "B");
        Assert.Equal("""{"type":"params","params":{"symbol":"TSLA","books":["A","B"]}}""", await socket.ReceiveAsync());

        await studio.Param("symbol").FillAsync("AAPL & more");
        Assert.Equal("""{"type":"params","params":{"symbol":"AAPL & more","books":["A","B"]}}""", await socket.ReceiveAsync());
        await Expect(studio.Rows).ToHaveCountAsync(4);
        // The rows are asked for after the socket has been told.
        await Eventually.HoldsAsync(() => LastRows(backend) == "?symbol=AAPL%20%26%20more&books=A,B");
        Assert.Equal(1, backend.OpenSockets);
    }

    [Fact]
    public async Task Empty_AllValues_ClosesTheSocketAndTheNextValueOpensAnother()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);
        await studio.ToggleAsync("books", "A");
        await studio.Param("symbol").FillAsync("");

        await socket.Ended;
        await Expect(studio.Page.GetByTestId("feed-problem")).ToContainTextAsync("All parameters are empty");
        await Expect(studio.FeedState).ToHaveTextAsync("Snapshot");

        await studio.Param("symbol").FillAsync("MSFT");

        var next = await backend.NextSocketAsync();
        Assert.Equal("""{"type":"params","params":{"symbol":"MSFT"}}""", await next.ReceiveAsync());
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.Page.GetByTestId("feed-problem")).ToHaveCountAsync(0);
    }

    private static string LastRows(FaultyBackend backend) =>
        backend.Requests.Last(static request => request.Path == "/odd_rows").Query;
}
