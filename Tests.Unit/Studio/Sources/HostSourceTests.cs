using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

/// <summary>The studio previews every table of the host, straight from the table.</summary>
public sealed class HostSourceTests : IAsyncDisposable
{
    private readonly LiveTable _orders;
    private readonly HostSource _sut;

    public HostSourceTests()
    {
        var shape = new TableOptions();
        shape.Key.Add("id");
        _orders = new LiveTable("orders", shape, TestBook.Clock());
        _sut = new HostSource(
            new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance),
            new LiveTables([TestBook.Create(), new TableQuery(_orders)]),
            TestBook.Clock());
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Theory]
    [InlineData("orders", "orders_ws")]
    [InlineData("/orders?desk=fx", null)]
    [InlineData("live_grid_data", "live_grid_ws")]
    public void Obstacle_WidgetOfATable_IsNone(string endpoint, string? wsEndpoint) => Assert.Null(_sut.Obstacle(Widget(endpoint, wsEndpoint)));

    [Theory]
    [InlineData("nope", "orders_ws", "the endpoint nope; it serves live_grid_data, orders.")]
    [InlineData("orders", "nope", "the wsEndpoint nope; it serves live_grid_ws, orders_ws.")]
    public void Obstacle_PathOfNoTable_NamesThoseThatAreServed(string endpoint, string wsEndpoint, string expected) =>
        Assert.Contains(expected, _sut.Obstacle(Widget(endpoint, wsEndpoint)), StringComparison.Ordinal);

    [Fact]
    public async Task CreateFeed_Table_BringsItsRowsAndWhatChangesSince()
    {
        _orders.Write(JsonText.Parse("""{"id": 1, "desk": "fx", "price": 2}""").Object);
        _orders.Write(JsonText.Parse("""{"id": 2, "desk": "rates"}""").Object);
        await using var feed = _sut.CreateFeed(Widget("orders", "orders_ws"));

        var rows = await feed.OpenAsync(JsObject.Create(("desk", "fx")), TestContext.Current.CancellationToken);
        Assert.Equal("""[{"id":1,"desk":"fx","price":2}]""", JsonText.Stringify(rows));
        Assert.Equal(FeedState.Live, feed.Status.State);

        _orders.Write(JsonText.Parse("""{"id": 2, "price": 9}""").Object);
        _orders.Write(JsonText.Parse("""{"id": 1, "price": 3}""").Object);
        var frames = new List<FeedFrame>();
        feed.Drain(frames);

        Assert.Equal("""{"id":1,"desk":"fx","price":3}""", JsonText.Stringify(Assert.Single(frames).Value));
    }

    private static WidgetDefinition Widget(string endpoint, string? wsEndpoint) => WidgetDefinition.Read("w", JsObject.Create(
        ("name", "W"), ("type", "live_grid"), ("endpoint", endpoint), ("wsEndpoint", wsEndpoint)));
}
