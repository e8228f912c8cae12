using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Feeds;

/// <summary>A session with a presenter that is not a grid, and how many callers may load its rows at once.</summary>
public sealed class FeedSessionTests : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(60);
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly Lock _page = new();
    private readonly ScriptedFeed _feed;
    private readonly Numbers _numbers = new();
    private readonly FeedSession _sut;

    public FeedSessionTests()
    {
        _feed = new ScriptedFeed(_clock) { OnSnapshot = static () => Rows(1) };
        _sut = new FeedSession(_numbers, _feed, new FeedSessionOptions(), _clock, action =>
        {
            lock (_page)
            {
                action();
            }

            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task OpenAsync_RowsThenFrames_AreDeliveredInOrder()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.Send("2");
        await UntilAsync(() => _numbers.Value == 2);

        Assert.Equal([1, 2], _numbers.All);
        await _sut.DisposeAsync();
        Assert.True(_numbers.IsClosed);
    }

    [Fact]
    public async Task PresentTo_Another_GetsRowsAndFramesAgainAndGoesOn()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.Send("2");
        await UntilAsync(() => _numbers.Value == 2);
        var other = new Numbers();

        lock (_page)
        {
            _sut.PresentTo(other);
        }

        Assert.Equal([1, 2], other.All);
        _feed.Send("3");
        await UntilAsync(() => other.Value == 3);
        Assert.Equal(2, _numbers.Value);
    }

    [Fact]
    public async Task Renewal_FeedAndReadersAskAtOnce_LoadsOnce()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;

        using var start = new Barrier(9);
        var asking = Enumerable.Range(0, 8).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                _feed.Become(FeedState.Live, needsSnapshot: true);
                _ = _sut.RefreshAsync(JsObject.Empty);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        start.SignalAndWait(TestContext.Current.CancellationToken);
        await Task.WhenAll(asking);
        answer.SetResult(await Rows(5));
        await UntilAsync(() => _numbers.Value == 5);

        Assert.Equal(2, _feed.Snapshots);
    }

    [Fact]
    public async Task Renewal_AskedForWhileAnOlderOneIsUnderWay_FollowsIt()
    {
        await _sut.OpenAsync(JsObject.Empty);
        var late = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => late.Task;
        var refreshing = _sut.RefreshAsync(JsObject.Empty);
        _feed.OnSnapshot = static () => Rows(8);
        await _sut.OpenAsync(JsObject.Create(("symbol", "B")));

        // The reload for the previous parameters still blocks this one.
        _feed.OnSnapshot = static () => Rows(9);
        _feed.Become(FeedState.Live, needsSnapshot: true);
        await UntilAsync(() => true, steps: 20);
        Assert.Equal(3, _feed.Snapshots);

        late.SetException(new FeedException("too late"));
        await refreshing;
        // The clock is stopped: only the end of that reload makes the session check again.
        await UntilAsync(() => _numbers.Value == 9, passes: false);

        Assert.Equal([1, 8, 9], _numbers.All);
    }

    [Fact]
    public async Task PresentTo_RowsLoadedAnew_FramesWaitForThem()
    {
        await _sut.OpenAsync(JsObject.Empty);
        for (var i = 0; i <= RecentFrames.MaxCount; i++)
        {
            _feed.Send("2");
        }

        await UntilAsync(() => _numbers.All.Count == RecentFrames.MaxCount + 2);
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;
        var other = new Numbers();
        lock (_page)
        {
            _sut.PresentTo(other);
        }

        _feed.Send("4");
        for (var i = 0; i < 20; i++)
        {
            _clock.Advance(Step);
            await Task.Yield();
        }

        answer.SetResult(await Rows(3));
        await UntilAsync(() => other.Value == 4);
        Assert.Equal([3, 4], other.All.TakeLast(2));
    }

    [Fact]
    public async Task State_SocketBackBeforeAnybodyLooked_IsNotStaleForWhatItMissed()
    {
        await _sut.OpenAsync(JsObject.Empty);
        _clock.Advance(TimeSpan.FromSeconds(9));
        lock (_page)
        {
            _feed.Become(FeedState.Reconnecting, "gone");
            _feed.Become(FeedState.Live);
        }

        await UntilAsync(() => true, steps: 20);
        Assert.Equal(FeedState.Live, _sut.State);
    }

    private static Task<JsValue> Rows(int number) => Task.FromResult((JsValue)number);

    private async Task UntilAsync(Func<bool> condition, int steps = 0, bool passes = true)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (var step = 0; step < steps || !Holds(); step++)
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(passes ? Step : TimeSpan.Zero);
            await Task.Yield();
        }

        bool Holds()
        {
            lock (_page)
            {
                return condition();
            }
        }
    }

    /// <summary>Shows one number: that of the rows, then that of each frame.</summary>
    private sealed class Numbers : IFeedPresenter
    {
        public List<double> All { get; } = [];

        public double Value => All.Count == 0 ? double.NaN : All[^1];

        public bool IsClosed { get; private set; }

        public long Version => All.Count;

        public TimeSpan? NextExpiry => null;

        public TimeSpan? GatherTime => null;

        public void Load(JsValue payload, TimeSpan now) => All.Add(payload.Number);

        public void Apply(IReadOnlyList<FeedFrame> frames, TimeSpan now) => All.AddRange(frames.Select(static frame => frame.Value.Number));

        public void Expire(TimeSpan now)
        {
        }

        public void Close() => IsClosed = true;
    }
}
