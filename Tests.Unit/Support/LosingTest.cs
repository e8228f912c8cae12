using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A test with a live grid whose rows and socket can be made unavailable.</summary>
public abstract class LosingTest : RemoteTest
{
    /// <summary>A live grid with one row, at <c>/rows</c>.</summary>
    protected const string Losing =
        """
        {"type": "live_grid", "endpoint": "rows", "wsEndpoint": "odd_ws", "params": [{"paramName": "symbol"}],
         "data": {"wsRowIdColumn": "id",
                  "table": {"columnsDefs": [{"field": "id", "headerName": "Id"}, {"field": "x", "headerName": "X"}]}}}
        """;

    protected static JsObject Parameters { get; } = Symbol("A");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Backend.Answer("/rows", """[{"id": "a", "x": 1}]""");
    }

    private protected async Task<RemoteWidgetFeed> OpenAsync()
    {
        var feed = Setup.Feed(Backend.Address, Losing);
        await feed.OpenAsync(Parameters, CancellationToken.None);
        return feed;
    }
}
