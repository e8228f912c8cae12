using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Session;

/// <summary>Another model over the same feed.</summary>
public sealed class GridSessionReplaceTests : IAsyncDisposable
{
    private const string Columns = """[{"field":"id","headerName":"Id"},{"field":"x","headerName":"X","renderFn":"showCellChange"}]""";
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(60);
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly Lock _model = new();
    private readonly ScriptedFeed _feed;
    private readonly GridSession _sut;

    public GridSessionReplaceTests()
    {
        _feed = new ScriptedFeed(_clock) { OnSnapshot = static () => Rows(1) };
        _sut = new GridSession(Model(MergePolicy.Documented), _feed, new FeedSessionOptions(), _clock, action =>
        {
            lock (_model)
            {
                action();
            }

            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Theory]
    [InlineData(MergePolicy.Documented, 9)]
    [InlineData(MergePolicy.Workspace, 0)]
    public async Task Replace_Model_ShowsRowsAndMessagesAsTheOtherPolicyDoes(MergePolicy policy, double hidden)
    {
        await _sut.OpenAsync(JsObject.Empty);
        await SendAsync("""{"id":"a","x":2,"hidden":9}""");

        Replace(policy);

        Assert.Equal((2, hidden), (Value("x"), Value("hidden")));
        Assert.Equal((FeedState.Live, 1, 1), (_sut.State, _feed.Snapshots, _sut.Totals.Updated));
        await SendAsync("""{"id":"a","x":3}""");
        Assert.Equal(3, Value("x"));
    }

    [Fact]
    public async Task Replace_Model_KeepsTheTimeOfTheMarks()
    {
        await _sut.OpenAsync(JsObject.Empty);
        await SendAsync("""{"id":"a","x":2}""");

        Replace(MergePolicy.Documented);
        Assert.True(Mark());

        _clock.Advance(TimeSpan.FromSeconds(2));
        Replace(MergePolicy.Documented);
        Assert.False(Mark());
    }

    [Theory]
    [InlineData(false, 2, 7)]
    [InlineData(true, 1, 1)]
    public async Task Replace_MoreMessagesThanAreRemembered_LoadsTheRowsAnewIfThatBringsNewerOnes(bool isFixed, int snapshots, double y)
    {
        await _sut.OpenAsync(JsObject.Empty);
        _feed.HasFixedSnapshot = isFixed;
        _feed.OnSnapshot = static () => Rows(7);
        for (var i = 0; i < RecentFrames.MaxCount; i++)
        {
            _feed.Send("""{"id":"b","x":5}""");
        }

        await SendAsync("""{"id":"b","x":6}""");

        Replace(MergePolicy.Documented);
        await UntilAsync(() => Value("x") == y);

        Assert.Equal(snapshots, _feed.Snapshots);
    }

    [Fact]
    public async Task Replace_RowsUnderWay_TakesThemWhenTheyCome()
    {
        var answer = new TaskCompletionSource<JsValue>();
        _feed.OnSnapshot = () => answer.Task;
        var opening = _sut.OpenAsync(JsObject.Empty);

        Replace(MergePolicy.Workspace);
        Assert.True(_sut.IsLoading);
        answer.SetResult(await Rows(4));
        await opening;

        Assert.Equal((4, MergePolicy.Workspace), (Value("x"), _sut.Model.Options.MergePolicy));
    }

    private static GridModel Model(MergePolicy policy) => new(Widget.Of(Columns, showAll: false), new GridModelOptions { MergePolicy = policy });

    private static Task<JsValue> Rows(int x) =>
        Task.FromResult(JsonText.Parse($$"""[{"id":"a","x":{{x}},"hidden":0},{"id":"b","x":0,"hidden":0}]"""));

    private void Replace(MergePolicy policy)
    {
        lock (_model)
        {
            _sut.Replace(Model(policy));
        }
    }

    private double Value(string field)
    {
        lock (_model)
        {
            return _sut.Model.TryGetRow("a", out var row) ? row[field].Number : double.NaN;
        }
    }

    private bool Mark()
    {
        lock (_model)
        {
            return _sut.Model.Cell("a", "x").Highlighted;
        }
    }

    private async Task SendAsync(string frame)
    {
        var total = _sut.Recent.Total;
        _feed.Send(frame);
        await UntilAsync(() => _sut.Recent.Total > total);
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!Holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(Frame);
            await Task.Yield();
        }

        bool Holds()
        {
            lock (_model)
            {
                return condition();
            }
        }
    }
}
