using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A session over a feed of another backend: the feed in virtual time, the session in real time.</summary>
internal sealed class RemoteSession : IAsyncDisposable
{
    private readonly SemaphoreSlim _changes = new(0);
    private readonly Lock _model = new();

    /// <param name="feed">The session disposes it.</param>
    /// <param name="widget">The text of a definition.</param>
    public RemoteSession(IWidgetFeed feed, string widget)
    {
        Session = new GridSession(
            new GridModel(WidgetDefinition.Read("w", JsonText.Parse(widget)), new GridModelOptions()),
            feed,
            new FeedSessionOptions(),
            TimeProvider.System,
            Dispatch);
        Session.Changed += () => _changes.Release();
    }

    public GridSession Session { get; }

    /// <value>The field <c>x</c> of row <c>a</c>.</value>
    public double X
    {
        get
        {
            lock (_model)
            {
                return Session.Model.TryGetRow("a", out var row) ? row["x"].Number : double.NaN;
            }
        }
    }

    /// <summary>Waits until the session shows that something is so.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Assert.True(await _changes.WaitAsync(TimeSpan.FromSeconds(20)), $"nothing changed: {Session.State}, {Session.Problem}");
        }
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
