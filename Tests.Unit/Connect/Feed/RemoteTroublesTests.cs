using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>What a feed says that does not work: it becomes a finding, and goes when it is mended.</summary>
public sealed class RemoteTroublesTests : RemoteTest
{
    [Fact]
    public async Task Troubles_HealthyBackend_AreNone()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal((null, null), (sut.Status.Troubles.Rows, sut.Status.Troubles.Socket));
    }

    [Fact]
    public async Task Troubles_MissingRows_AreNamedOnceAndGoWithThem()
    {
        Backend.Answer("/odd_rows", """{"detail": "boom"}""", StatusCodes.Status500InternalServerError);
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(JsObject.Empty, CancellationToken.None));

        Assert.Contains("boom", sut.Status.Troubles.Rows, StringComparison.Ordinal);
        Assert.Null(sut.Status.Troubles.Socket);
        Assert.False(sut.Status.Troubles.HadRows);

        Backend.Answer("/odd_rows", "[]");
        await sut.ReopenAsync(CancellationToken.None);
        Assert.Null(sut.Status.Troubles.Rows);
    }

    [Fact]
    public async Task Troubles_RefusedSocket_IsNamedAndWasNeverOpen()
    {
        Backend.SocketStatus = StatusCodes.Status404NotFound;
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Contains("404", sut.Status.Troubles.Socket, StringComparison.Ordinal);
        Assert.Equal((null, false, false), (sut.Status.Troubles.Rows, sut.Status.Troubles.WasOpen, sut.Status.Troubles.WantsHeaders));
    }

    [Fact]
    public async Task Troubles_LostSocket_WasOpenAndIsMendedByReconnecting()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        Backend.DropAll();
        await RemoteSetup.UntilAsync(sut, () => sut.Status.RetryAt is not null);

        Assert.True(sut.Status.Troubles is { Socket: not null, WasOpen: true });

        await Setup.RetryAsync(sut);
        Assert.Null(sut.Status.Troubles.Socket);
    }

    [Fact]
    public async Task Troubles_SocketThatWantsAHeader_SaySo()
    {
        Backend.DemandedHeader = ("X-Key", "secret-secret");
        await using var sut = Setup.Feed(Backend.Address, LiveGrid, RemoteSetup.Header("X-Key", "secret-secret"));

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.True(sut.Status.Troubles is { Rows: null, Socket: not null, WantsHeaders: true });
    }

    [Fact]
    public async Task Troubles_AddressThatTheSettingsRefuse_IsNoneOfTheBackends()
    {
        await using var sut = Setup.Feed(Backend.Address, """{"type": "live_grid", "endpoint": "http://10.0.0.1/rows", "wsEndpoint": "ws://10.0.0.1/ws"}""");

        var exception = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(JsObject.Empty, CancellationToken.None));

        Assert.IsType<ConnectException>(exception.InnerException, exactMatch: false);
        Assert.Equal((null, null), (sut.Status.Troubles.Rows, sut.Status.Troubles.Socket));
    }
}
