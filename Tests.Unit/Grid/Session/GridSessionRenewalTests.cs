using System.Collections.Concurrent;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Session;

/// <summary>A session whose feed is lost and returns.</summary>
public sealed class GridSessionRenewalTests : IAsyncDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(60);
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly ConcurrentQueue<Exception> _faults = [];
    private readonly ScriptedFeed _feed;
    private readonly GridSession _sut;

    public GridSessionRenewalTests()
    {
        _feed = new ScriptedFeed(_clock) { OnSnapshot = static () => Rows(1) };
        _sut = new GridSession(
            new GridModel(
                Widget.Of("""[{"field":"id","headerName":"Id"},{"field":"x","headerName":"X"}]"""), new GridModelOptions()),
            _feed,
            new FeedSessionOptions(),
            _clock,
            action =>
            {
                lock (_faults)
                {
                    action();
                }

                return Task.CompletedTask;
            });
        _sut.Faulted += _faults.Enqueue;
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task Reconnecting_Feed_ShowsReasonAndTimeAndKeepsTheRows()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var retryAt = TestBook.Start.AddSeconds(3);

        _feed.Become(FeedState.Reconnecting, "gone", retryAt);
        await UntilAsync(() => _sut.State == FeedState.Reconnecting);

        Assert.Equal(("gone", retryAt), (_sut.Problem, _sut.RetryAt));
        Assert.Equal(1, X());

        _feed.Become(FeedState.Reconnecting, "still gone", retryAt.AddSeconds(9));
        await UntilAsync(() => _sut.Problem == "still gone");
        Assert.Equal(retryAt.AddSeconds(9), _sut.RetryAt);
    }

    [Fact]
    public async Task NeedsSnapshot_Feed_LoadsTheRowsAnewBeforeTheFramesThatCameSince()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;

        _feed.Become(FeedState.Live, needsSnapshot: true);
        _feed.Send("""{"id":"a","x":3}""");
        await UntilAsync(() => _feed.Snapshots == 2);
        Assert.Equal(1, X());

        answer.SetResult(await Rows(2));
        await UntilAsync(() => X() == 3);
        Assert.Equal((FeedState.Live, 1), (_sut.State, _sut.Totals.Updated));
        Assert.Equal(2, _feed.Snapshots);
    }

    [Fact]
    public async Task NeedsSnapshot_NoRows_KeepsThoseThereAreAndTriesWhenTheFeedSaysSo()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.OnSnapshot = () =>
        {
            _feed.Become(FeedState.Reconnecting, "no rows");
            throw new FeedException("no rows");
        };
        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => _sut.Problem == "no rows");
        Assert.Equal(1, X());

        _feed.OnSnapshot = static () => Rows(5);
        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => X() == 5);

        Assert.Null(_sut.Problem);
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task NeedsSnapshot_OtherParametersMeanwhile_ShowsTheirRows()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var late = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => late.Task;
        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => _feed.Snapshots == 2);

        _feed.OnSnapshot = static () => Rows(8);
        await _sut.OpenAsync(JsObject.Create(("symbol", "B")));
        late.SetResult(await Rows(7));
        await _sut.DisposeAsync();

        Assert.Equal(8, X());
    }

    [Fact]
    public async Task RefreshAsync_LiveFeed_LoadsTheRowsAnewBeforeTheFramesThatCameSince()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;

        var refreshing = _sut.RefreshAsync(JsObject.Empty);
        _feed.Send("""{"id":"a","x":3}""");
        _clock.Advance(Frame);
        Assert.Equal((true, false, 1d), (_sut.IsRefreshing, _sut.IsLoading, X()));

        answer.SetResult(await Rows(2));
        await refreshing;
        Assert.False(_sut.IsRefreshing);
        await UntilAsync(() => X() == 3);
        Assert.Equal((2, 1), (_sut.Loads, _sut.Totals.Updated));
        Assert.Single(_feed.Opened);
    }

    [Fact]
    public async Task RefreshAsync_RowsAreOnTheirWayAlready_LoadsOnce()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;

        var refreshes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _sut.RefreshAsync(JsObject.Empty).IsCompleted)));
        answer.SetResult(await Rows(2));
        await UntilAsync(() => X() == 2);

        Assert.Equal(7, refreshes.Count(static isOver => isOver));
        Assert.Equal(2, _feed.Snapshots);
    }

    [Fact]
    public async Task RefreshAsync_NoRows_KeepsThoseThereAreAndGoesOn()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.OnSnapshot = static () => throw new FeedException("no rows");

        await _sut.RefreshAsync(JsObject.Empty);
        _feed.Send("""{"id":"a","x":3}""");
        await UntilAsync(() => X() == 3);

        Assert.Equal((false, 1), (_sut.IsRefreshing, _sut.Loads));
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task RefreshAsync_FailedFeed_IsOpenedAgain()
    {
        _feed.OnSnapshot = () =>
        {
            _feed.Become(FeedState.Failed, "no rows");
            throw new FeedException("no rows");
        };
        await _sut.OpenAsync(JsObject.Empty);
        Assert.Equal("no rows", _sut.Problem);

        _feed.OnSnapshot = static () => Rows(4);
        await _sut.RefreshAsync(JsObject.Create(("symbol", "B")));

        Assert.Equal((4d, 2), (X(), _feed.Opened.Count));
        Assert.Null(_sut.Problem);
    }

    [Fact]
    public async Task OpenAsync_FeedThatTriesOn_KeepsTheRowsUntilItHasOthers()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var retryAt = TestBook.Start.AddSeconds(3);
        _feed.OnSnapshot = () =>
        {
            _feed.Become(FeedState.Reconnecting, "gone", retryAt);
            throw new FeedException("gone");
        };

        await _sut.OpenAsync(JsObject.Create(("symbol", "B")));
        Assert.Equal((1d, FeedState.Reconnecting, "gone", retryAt), (X(), _sut.State, _sut.Problem, _sut.RetryAt));
        Assert.False(_sut.IsLoading);

        _feed.OnSnapshot = static () => Rows(5);
        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => X() == 5);
        // On a busy machine virtual time may run ahead of the loop, past the time for a message.
        Assert.True(_sut.State is FeedState.Live or FeedState.Stale);
        Assert.Null(_sut.Problem);
    }

    [Fact]
    public async Task OpenAsync_FirstTimeWithAFeedThatTriesOn_ComesToLifeWithIt()
    {
        _feed.OnSnapshot = () =>
        {
            _feed.Become(FeedState.Reconnecting, "gone");
            throw new FeedException("gone");
        };
        await _sut.OpenAsync(JsObject.Empty);
        Assert.Equal((FeedState.Reconnecting, "gone", false), (_sut.State, _sut.Problem, _sut.IsLoading));

        _feed.OnSnapshot = static () => Rows(5);
        _feed.Become(FeedState.Reconnecting, "gone", needsSnapshot: true);
        await UntilAsync(() => X() == 5);
        // On a busy machine virtual time may run ahead of the loop, past the time for a message.
        Assert.True(_sut.State is FeedState.Live or FeedState.Stale);
        Assert.Null(_sut.Problem);
    }

    [Fact]
    public async Task NeedsSnapshot_FeedGivesUp_ShowsWhyInThePlaceOfRows()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.OnSnapshot = () =>
        {
            _feed.Become(FeedState.Failed, "unknown symbol");
            throw new FeedException("unknown symbol");
        };

        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => _sut.State == FeedState.Failed);

        Assert.Equal("unknown symbol", _sut.Problem);
        await UntilAsync(() => double.IsNaN(X()));
    }

    [Fact]
    public async Task State_RowsLoadedAnewWithoutAMessage_IsStale()
    {
        await _sut.OpenAsync(JsObject.Empty);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(FeedState.Live, _sut.State);
            _clock.Advance(TimeSpan.FromSeconds(4));
            await _sut.RefreshAsync(JsObject.Empty);
        }

        Assert.Equal((FeedState.Stale, TimeSpan.Zero), (_sut.State, _sut.Age));
    }

    [Fact]
    public async Task State_SocketThatIsBack_IsNotStaleForWhatItMissed()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.Become(FeedState.Reconnecting, "gone");
        await UntilAsync(() => _sut.State == FeedState.Reconnecting);
        _clock.Advance(TimeSpan.FromSeconds(20));

        _feed.Become(FeedState.Live);
        await UntilAsync(() => _sut.State != FeedState.Reconnecting);

        Assert.Equal(FeedState.Live, _sut.State);
    }

    [Fact]
    public async Task RefreshAsync_DisposedMeanwhile_IsNoFault()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var late = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => late.Task;
        var refreshing = _sut.RefreshAsync(JsObject.Empty);

        var disposing = _sut.DisposeAsync();
        late.SetResult(await Rows(7));
        await refreshing;
        await disposing;

        Assert.Equal(1, X());
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Fault_OfTheFeed_IsRaised()
    {
        await _sut.OpenAsync(JsObject.Empty);

        _feed.Break(new InvalidOperationException("a bug"));
        await UntilAsync(() => !_faults.IsEmpty);

        Assert.Equal("a bug", Assert.Single(_faults).Message);
    }

    private static Task<JsValue> Rows(int x) => Task.FromResult(JsonText.Parse($$"""[{"id":"a","x":{{x}}}]"""));

    private double X()
    {
        lock (_faults)
        {
            return _sut.Model.TryGetRow("a", out var row) ? row["x"].Number : double.NaN;
        }
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(Frame);
            await Task.Yield();
        }
    }
}
