using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

public sealed class FeedSocketTests
{
    /// <summary>A socket may be given up before its loop has begun to receive.</summary>
    [Fact]
    public async Task ReceiveAsync_AbandonedBefore_EndsWithTheReason()
    {
        using var socket = new ClientWebSocket();
        using var sut = new FeedSocket(
            socket,
            new BackendAccess(new Uri("http://127.0.0.1:1"), [], OriginGate.Open),
            new FrameInbox(new FrameInboxLimits(), TestBook.Clock()),
            1024,
            TestBook.Clock());

        sut.Abandon("the rows are gone");

        Assert.Equal("the rows are gone", await sut.ReceiveAsync(TestContext.Current.CancellationToken));
    }
}
