using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Session;

/// <summary>When a session shows changes: at the pace of a view that reports its drawing, and on a hidden page.</summary>
public sealed class GridSessionPaceTests : IAsyncDisposable
{
    private const string Columns =
        """
        [{"field":"id","headerName":"Id"},{"field":"x","headerName":"X","renderFn":"showCellChange"},{"field":"y","headerName":"Y"}]
        """;

    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly Lock _page = new();
    private ScriptedFeed _feed;
    private GridSession _sut;
    private int _shown;

    /// <summary>Number of dispatches to the page's thread.</summary>
    private volatile int _turns;

    public GridSessionPaceTests()
    {
        _feed = Feed();
        _sut = Session(MergePolicy.Documented);
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task Frame_AfterAPause_IsShownWithoutWaiting()
    {
        await OpenAsync();
        Pass(1000);

        Send(1);
        await UntilAsync(() => X() == 1, step: 0);

        Assert.Equal(1, _shown);
    }

    [Fact]
    public async Task Frames_ViewThatDrawsQuickly_AreShownEveryFrame()
    {
        await OpenAsync();
        _sut.Changed += _sut.BeginRender;
        Pass(1000);
        Send(1);
        await UntilAsync(() => X() == 1, step: 0);
        _sut.EndRender();

        Send(2);
        Pass(15);
        Assert.Equal(1, X());
        await UntilAsync(() => X() == 2, step: 1);

        Assert.Equal(2, _shown);
    }

    [Fact]
    public async Task Frames_ViewThatHasNotDrawn_AreAppliedAndShownTogetherWhenItHas()
    {
        await OpenAsync();
        _sut.Changed += _sut.BeginRender;
        Pass(1000);
        Send(1);
        await UntilAsync(() => X() == 1, step: 0);

        for (var i = 2; i <= 5; i++)
        {
            Send(i);
            await UntilAsync(() => X() == i, step: 20);
        }

        Assert.Equal(1, _shown);

        _sut.EndRender();
        await UntilAsync(() => _shown == 2, step: 20);
        _sut.EndRender();
        Assert.Equal(5, X());
    }

    [Fact]
    public async Task Mark_EndsWhileTheViewDraws_IsShownAfterwards()
    {
        await OpenAsync();
        _sut.Changed += _sut.BeginRender;
        Send(1);
        await UntilAsync(() => X() == 1, step: 1);
        await UntilAsync(() => !IsFlashing(), step: 100);
        Assert.Equal(1, _shown);

        _sut.EndRender();

        await UntilAsync(() => _shown == 2, step: 20);
    }

    [Fact]
    public async Task Frames_NobodyWatches_AreAppliedButNotShownUntilSomebodyDoes()
    {
        await OpenAsync();
        lock (_page)
        {
            _sut.IsWatched = false;
        }

        for (var i = 1; i <= 3; i++)
        {
            Send(i);
            await UntilAsync(() => X() == i, step: 50);
        }

        _feed.Become(FeedState.Reconnecting, "gone");
        await UntilAsync(() => _sut.State == FeedState.Reconnecting, step: 50);
        Assert.Equal(0, _shown);

        Send(4);
        lock (_page)
        {
            _sut.IsWatched = true;
        }

        Assert.Equal((1, 4d), (_shown, X()));
    }

    [Fact]
    public async Task Frames_NobodyWatchesForLong_AreNeverTooMany()
    {
        await OpenAsync();
        _sut.IsWatched = false;

        for (var i = 1; i <= 40; i++)
        {
            for (var part = 0; part < 1000; part++)
            {
                Send(i + (part / 1000d));
            }

            await UntilAsync(() => X() == i + 0.999, step: 50);
        }

        Assert.Equal((40_000, 0), (_sut.Counters.Frames, _sut.Counters.Dropped));
    }

    [Fact]
    public async Task OpenAsync_NobodyWatches_IsShownLater()
    {
        _sut.IsWatched = false;
        await _sut.OpenAsync(JsObject.Empty);
        Assert.Equal(0, _shown);

        _sut.IsWatched = true;

        Assert.Equal(1, _shown);
        Assert.Equal(0, X());
    }

    [Fact]
    public async Task Frames_AsWorkspaceDoes_AreGatheredForFiftyMilliseconds()
    {
        await _sut.DisposeAsync();
        _feed = Feed();
        _sut = Session(MergePolicy.Workspace);
        await OpenAsync();
        Pass(1000);

        _feed.Send("""{"id":"a","x":5}""");
        Pass(30);
        _feed.Send("""{"id":"a","y":7}""");
        await UntilAsync(() => Y() == 7, step: 10);

        // Of two partial updates in one batch Workspace keeps the last.
        Assert.Equal(0, X());
    }

    [Fact]
    public async Task IsWatched_AgainWhileRowsAreOnTheirWay_CausesNoHaste()
    {
        await OpenAsync();
        _sut.IsWatched = false;
        _feed.OnSnapshot = static () => new TaskCompletionSource<JsValue>().Task;
        _ = _sut.OpenAsync(JsObject.Empty);
        lock (_page)
        {
            _sut.IsWatched = true;
        }

        Assert.Equal(1, _shown);
        var before = _turns;
        for (var i = 0; i < 200; i++)
        {
            Pass(100);
            await Task.Yield();
        }

        Assert.InRange(_turns - before, 0, 3);
    }

    [Fact]
    public async Task Mark_EndsWhileRowsAreOnTheirWay_CausesNoHaste()
    {
        await OpenAsync();
        Send(1);
        await UntilAsync(IsFlashing, step: 1);
        _feed.OnSnapshot = static () => new TaskCompletionSource<JsValue>().Task;
        _ = _sut.OpenAsync(JsObject.Empty);
        var before = _turns;

        await UntilAsync(() => _turns > before, step: 100);
        for (var i = 0; i < 200; i++)
        {
            Pass(100);
            await Task.Yield();
        }

        Assert.InRange(_turns - before, 1, 3);
    }

    private ScriptedFeed Feed() =>
        new(_clock) { OnSnapshot = static () => Task.FromResult(JsonText.Parse("""[{"id":"a","x":0,"y":0}]""")) };

    private GridSession Session(MergePolicy policy)
    {
        var session = new GridSession(
            new GridModel(
                Widget.Of(Columns),
                new GridModelOptions { MergePolicy = policy }),
            _feed,
            new FeedSessionOptions(),
            _clock,
            action =>
            {
                lock (_page)
                {
                    _turns++;
                    action();
                }

                return Task.CompletedTask;
            });
        session.Changed += () => _shown++;
        return session;
    }

    private async Task OpenAsync()
    {
        await _sut.OpenAsync(JsObject.Empty);
        Pass(1000);
        _shown = 0;
    }

    private void Send(double x) => _feed.Send(FormattableString.Invariant($$"""{"id":"a","x":{{x}}}"""));

    private double X() => ValueOf("x");

    private double Y() => ValueOf("y");

    private double ValueOf(string field)
    {
        lock (_page)
        {
            return _sut.Model.TryGetRow("a", out var row) ? row[field].Number : double.NaN;
        }
    }

    private bool IsFlashing()
    {
        lock (_page)
        {
            return _sut.Model.Rows[0].Cell(1).Arrow != Shared.Rows.ChangeDirection.None;
        }
    }

    private void Pass(int ms) => _clock.Advance(TimeSpan.FromMilliseconds(ms));

    private async Task UntilAsync(Func<bool> condition, int step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            Pass(step);
            await Task.Yield();
        }
    }
}
