using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>The effects of a lost socket that remain in a session and in the process.</summary>
public sealed class RemoteLossTests : LosingTest
{
    [Fact]
    public async Task Session_OverALostSocket_ShowsTheNewRowsAndGoesOn()
    {
        var feed = Setup.Feed(Backend.Address, Losing);
        var model = new GridModel(WidgetDefinition.Read("w", JsonText.Parse(Losing)), new GridModelOptions());
        var changes = new SemaphoreSlim(0);
        await using var session = new GridSession(model, feed, new FeedSessionOptions(), TimeProvider.System, action =>
        {
            lock (model)
            {
                action();
            }

            return Task.CompletedTask;
        });
        session.Changed += () => changes.Release();
        await session.OpenAsync(Parameters);
        Assert.Equal(1, X());

        Backend.Answer("/rows", """[{"id": "a", "x": 2}]""");
        (await Backend.NextSocketAsync()).Drop();
        await ChangedAsync(() => session.RetryAt is not null);
        Assert.Equal((FeedState.Reconnecting, 1), (session.State, X()));
        Setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangedAsync(() => X() == 2);

        await (await Backend.NextSocketAsync()).SendAsync("""{"id": "a", "x": 3}""");
        await ChangedAsync(() => X() == 3);
        Assert.Equal((FeedState.Live, null), (session.State, session.Problem));

        double X()
        {
            lock (model)
            {
                return model.TryGetRow("a", out var row) ? row["x"].Number : double.NaN;
            }
        }

        async Task ChangedAsync(Func<bool> condition)
        {
            while (!condition())
            {
                Assert.True(await changes.WaitAsync(TimeSpan.FromSeconds(20)), "nothing changed");
            }
        }
    }

    [Fact]
    public async Task Losses_OfEveryKind_LeaveNoExceptionUnobserved()
    {
        var unobserved = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (unobserved)
            {
                unobserved.Add(args.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LoseInEveryWayAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        lock (unobserved)
        {
            Assert.DoesNotContain(unobserved, static text => text.Contains("App.Connect", StringComparison.Ordinal));
        }
    }

    private async Task LoseInEveryWayAsync()
    {
        await using (var feed = await OpenAsync())
        {
            (await Backend.NextSocketAsync()).Drop();
            await UntilAsync(feed, () => feed.Status.RetryAt is not null);
            Backend.Answer("/rows", "no JSON");
            await Setup.RetryAsync(feed);
            await Assert.ThrowsAsync<FeedException>(() => feed.ReopenAsync(CancellationToken.None));
            await UntilAsync(feed, () => feed.Status.RetryAt is not null);
            await Assert.ThrowsAsync<FeedException>(() => feed.OpenAsync(JsObject.Empty, CancellationToken.None));
        }

        Backend.SocketStatus = 404;
        Backend.Answer("/rows", "[]");
        await using var refused = await OpenAsync();
        await Backend.DisposeAsync();
        await Assert.ThrowsAsync<FeedException>(() => refused.OpenAsync(Parameters, CancellationToken.None));
    }
}
