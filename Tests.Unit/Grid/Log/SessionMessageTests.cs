using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Local;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Log;

public sealed class SessionMessageTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly QuoteBook _book = TestBook.Create("A");
    private readonly GridSession _session;
    private readonly FrameLog _sut;
    private readonly SemaphoreSlim _changes = new(0);

    public SessionMessageTests()
    {
        _sut = new FrameLog(_clock);
        _session = new GridSession(
            new GridModel(SampleWidgets.LiveGrid(), new GridModelOptions()),
            new LocalWidgetFeed(_book, _clock),
            new FeedSessionOptions(),
            _clock,
            action =>
            {
                lock (_changes)
                {
                    action();
                }

                return Task.CompletedTask;
            });
        _session.Changed += () => _changes.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _changes.Dispose();
    }

    [Fact]
    public async Task Log_Attached_TakesTheFramesOfTheFeed()
    {
        _session.Log = _sut;
        await PublishAsync(123);

        var frame = Assert.Single(_sut.Find(FrameFilter.All, 9, out _));
        Assert.Contains("\"price\":123", frame.Text, StringComparison.Ordinal);
        Assert.Equal("A", frame.Rows[0].RowId);
        Assert.Contains(frame.Rows[0].Changes, static change => change is { Field: "price", Old: "100", New: "123" });
        Assert.DoesNotContain(frame.Rows[0].Ignored, static field => field.Field == "symbol");
    }

    [Fact]
    public async Task Log_TakenAway_TakesNoMore()
    {
        _session.Log = _sut;
        Assert.True(_sut.IsRecording);
        _session.Log = null;
        Assert.False(_sut.IsRecording);

        await PublishAsync(7);

        Assert.Equal((0, 0), (_sut.Count, _sut.Passed));
    }

    [Fact]
    public async Task Log_Paused_IsToldOnlyHowManyPass()
    {
        _session.Log = _sut;
        _sut.Pause();

        await PublishAsync(7);

        Assert.Equal((0, 1), (_sut.Count, _sut.Passed));
    }

    [Fact]
    public async Task DisposeAsync_Session_LetsGoOfTheLog()
    {
        _session.Log = _sut;

        await _session.DisposeAsync();

        Assert.False(_sut.IsRecording);
    }

    private async Task PublishAsync(double price)
    {
        await _session.OpenAsync(JsObject.Create(("symbol", "A")));
        _book.Publish("A", price);
        while (!Has(price))
        {
            Assert.True(await _changes.WaitAsync(TimeSpan.FromSeconds(20)), "nothing changed");
        }
    }

    /// <summary>Waits for the batch that is being delivered: the model has it before the log does.</summary>
    private bool Has(double price)
    {
        lock (_changes)
        {
            return _session.Model.TryGetRow("A", out var row) && row["price"].Number == price;
        }
    }
}
