using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A test with a faulty backend and the services that read it.</summary>
public abstract class RemoteTest : IAsyncLifetime
{
    /// <summary>A live grid of the faulty backend with two parameters.</summary>
    protected const string LiveGrid =
        """
        {"name": "n", "description": "", "type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "odd_ws",
         "params": [{"paramName": "symbol"}, {"paramName": "books"}], "data": {"wsRowIdColumn": "book"}}
        """;

    /// <summary>The same without parameters.</summary>
    protected const string WithoutParams = """{"type": "live_grid", "endpoint": "/odd_rows", "wsEndpoint": "/odd_ws"}""";

    private protected RemoteTest(ConnectOptions? options = null) => Setup = new RemoteSetup(options);

    private protected RemoteSetup Setup { get; }

    private protected FaultyBackend Backend { get; set; } = null!;

    public virtual async ValueTask InitializeAsync() => Backend = await FaultyBackend.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        Setup.Dispose();
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static JsObject Symbol(string symbol) => JsObject.Create(("symbol", symbol));
}
