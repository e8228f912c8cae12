using System.Net;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Policy;

/// <summary>An origin that has not been allowed receives no byte, whoever names it.</summary>
public sealed class OriginGateTests : RemoteTest
{
    private readonly OriginGate _sut = new();
    private FaultyBackend _other = null!;

    private string Own => Origin.Of(Backend.Address);

    private string Other => Origin.Of(_other.Address);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _other = await FaultyBackend.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Connect_NothingAllowed_ReadsNothingAndResolvesNoName()
    {
        var resolver = new CountingResolver();
        using var setup = new RemoteSetup(new ConnectOptions { AllowedHosts = ["localhost", "backend.test"] }, resolver);

        var needed = await Assert.ThrowsAsync<ConsentNeededException>(() => Connect(setup, new Uri("http://backend.test:81/api")));

        Assert.Equal("http://backend.test:81", needed.Origin);
        Assert.Equal("http://backend.test:81: not read before you allow it", needed.Message);
        Assert.True(needed.IsFinal);
        Assert.Equal(0, resolver.Asked);
        Assert.Equal(Own, (await Assert.ThrowsAsync<ConsentNeededException>(() => Connect(setup, Backend.Address))).Origin);
        Assert.Empty(Backend.Requests);
    }

    [Fact]
    public async Task Connect_RedirectToAnotherOrigin_StopsBeforeIt()
    {
        _sut.Allow(Own);
        Backend.Redirect("/widgets.json", new Uri(_other.Address, "/widgets.json").ToString());

        Assert.Equal(Other, (await Assert.ThrowsAsync<ConsentNeededException>(() => Connect(Setup, Backend.Address))).Origin);
        Assert.Empty(_other.Requests);

        _sut.Allow(Other);
        Assert.NotEmpty((await Connect(Setup, Backend.Address)).Definitions);
    }

    [Fact]
    public async Task Connect_AppsRedirectToAnotherOrigin_GivesTheWidgetsAndAsks()
    {
        _sut.Allow(Own);
        Backend.Redirect("/apps.json", new Uri(_other.Address, "/apps.json").ToString());

        var connection = await Connect(Setup, Backend.Address);

        Assert.Equal(Other, connection.AsksFor);
        Assert.NotEmpty(connection.Definitions);
        Assert.Empty(connection.Problems);
        Assert.Empty(_other.Requests);
    }

    [Fact]
    public async Task Feed_RowsElsewhere_AreReadOnceAllowedAndOpenedAgain()
    {
        await using var feed = await FeedAsync($$"""{"type": "live_grid", "endpoint": "{{_other.Address}}odd_rows", "wsEndpoint": "odd_ws"}""");

        await Assert.ThrowsAsync<FeedException>(() => feed.OpenAsync(JsObject.Empty, CancellationToken.None));
        Assert.Equal((FeedState.Failed, Other), (feed.Status.State, feed.Status.AsksFor));
        Assert.Empty(_other.Requests);

        _sut.Allow(Other);
        Assert.True((await feed.OpenAsync(JsObject.Empty, CancellationToken.None)).IsList);
        Assert.Equal((FeedState.Live, null), (feed.Status.State, feed.Status.AsksFor));
    }

    [Fact]
    public async Task Feed_SocketElsewhere_LeavesTheRowsAndAsks()
    {
        var elsewhere = $"ws://{_other.Address.Authority}/odd_ws";
        await using var feed = await FeedAsync($$"""{"type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "{{elsewhere}}"}""");

        Assert.True((await feed.OpenAsync(JsObject.Empty, CancellationToken.None)).IsList);
        Assert.Equal((FeedState.Failed, Other), (feed.Status.State, feed.Status.AsksFor));
        Assert.Empty(_other.Requests);

        _sut.Allow(Other);
        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);
        Assert.Equal((FeedState.Live, null), (feed.Status.State, feed.Status.AsksFor));
    }

    [Fact]
    public async Task Feed_RowsThatMoveElsewhere_AreNotFollowedWhenTheyAreReadAgain()
    {
        await using var feed = await FeedAsync("""{"type": "table", "endpoint": "odd_rows"}""");
        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);
        Backend.Redirect("/odd_rows", new Uri(_other.Address, "/odd_rows").ToString());

        await Assert.ThrowsAsync<FeedException>(() => feed.ReopenAsync(CancellationToken.None));
        Assert.Equal((FeedState.Reconnecting, Other), (feed.Status.State, feed.Status.AsksFor));
        Assert.Empty(_other.Requests);

        _sut.Allow(Other);
        await feed.ReopenAsync(CancellationToken.None);
        Assert.Equal((FeedState.Snapshot, null), (feed.Status.State, feed.Status.AsksFor));
    }

    [Fact]
    public async Task Options_Elsewhere_AreAskedFor()
    {
        _sut.Allow(Own);
        var connection = await Connect(Setup, Backend.Address);
        var param = WidgetDefinition.Read(
            "w", JsonText.Parse($$"""{"params": [{"paramName": "p", "type": "endpoint", "optionsEndpoint": "{{_other.Address}}choices"}]}""")).Params[0];

        var needed = await Assert.ThrowsAsync<ConsentNeededException>(
            () => connection.GetOptionsAsync(param, JsObject.Empty, CancellationToken.None));

        Assert.Equal(Other, needed.Origin);
        Assert.Empty(_other.Requests);
    }

    [Theory]
    [InlineData("http://h:8000", "http://H:8000/rows?a=b", true)]
    [InlineData("http://h:8000", "ws://h:8000/feed", true)]
    [InlineData("https://h:443", "wss://h/feed", true)]
    [InlineData("http://[::1]:8000", "http://[0::1]:8000/rows", true)]
    [InlineData("http://h:8000", "https://h:8000", false)]
    [InlineData("http://h:8000", "http://h:8001", false)]
    [InlineData("http://127.0.0.1:8000", "http://localhost:8000", false)]
    [InlineData("http://h:8000", "http://h.test:8000", false)]
    public void Require_Address_TellsOriginsApartAsABrowserDoes(string allowed, string address, bool passes)
    {
        _sut.Allow(allowed);

        var exception = Record.Exception(() => _sut.Require(new Uri(address)));

        Assert.Equal(passes, exception is null);
    }

    [Fact]
    public void Decline_Origin_StaysUnreadUntilItIsAllowed()
    {
        _sut.Decline(Other);
        Assert.Equal((true, false), (_sut.IsDeclined(Other), _sut.Allows(Other)));

        _sut.Allow(Other);
        Assert.Equal((false, true), (_sut.IsDeclined(Other), _sut.Allows(Other)));
        Assert.Equal([Other], _sut.Allowed);
    }

    [Fact]
    public void Open_ForAll_RemembersNothingOfOneReader()
    {
        OriginGate.Open.Decline(Other);
        OriginGate.Open.Allow(Own);

        Assert.Equal((true, false), (OriginGate.Open.Allows(Other), OriginGate.Open.IsDeclined(Other)));
        Assert.Empty(OriginGate.Open.Allowed);
    }

    private Task<RemoteConnection> Connect(RemoteSetup setup, Uri address) =>
        setup.Connector.ConnectAsync(address.ToString(), [], _sut, CancellationToken.None);

    private async Task<RemoteWidgetFeed> FeedAsync(string widget)
    {
        _sut.Allow(Own);
        return (await Connect(Setup, Backend.Address)).CreateFeed(WidgetDefinition.Read("test", JsonText.Parse(widget)));
    }

    private sealed class CountingResolver : INameResolver
    {
        public int Asked { get; private set; }

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        }
    }
}
