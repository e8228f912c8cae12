using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A session over a scripted feed, in virtual time and on the thread of the test.</summary>
internal sealed class SessionBench : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly ScriptedFeed _feed;
    private readonly Lock _model = new();

    private SessionBench(WidgetDefinition widget, string rows)
    {
        _feed = new ScriptedFeed(_clock) { OnSnapshot = () => Task.FromResult(JsonText.Parse(rows)) };
        Session = new GridSession(
            new GridModel(widget, new GridModelOptions()), _feed, new FeedSessionOptions(), _clock, Dispatch);
    }

    public GridSession Session { get; }

    public static async Task<SessionBench> OpenAsync(WidgetDefinition widget, string rows)
    {
        var bench = new SessionBench(widget, rows);
        await bench.Session.OpenAsync(JsObject.Empty);
        return bench;
    }

    /// <summary>Sends a frame and advances the time until the session has applied it.</summary>
    public void Send(string frame)
    {
        var total = Session.Recent.Total;
        _feed.Send(frame);
        var taken = SpinWait.SpinUntil(
            () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(100));
                lock (_model)
                {
                    return Session.Recent.Total > total;
                }
            },
            TimeSpan.FromSeconds(20));
        Assert.True(taken, "the frame was not taken");
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    private Task Dispatch(Action action)
    {
        lock (_model)
        {
            action();
        }

        return Task.CompletedTask;
    }
}
