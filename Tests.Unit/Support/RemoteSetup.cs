using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>The services that read another backend, in virtual time and without randomness.</summary>
internal sealed class RemoteSetup : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public RemoteSetup(ConnectOptions? options = null, INameResolver? resolver = null)
    {
        Options = options ?? new ConnectOptions { AskFirst = false };
        Metrics = new ConnectMetrics(Meters.Factory);
        Http = new GuardedHttp(Options, resolver ?? new SystemNameResolver(), Clock);
        Connector = new RemoteConnector(Http, Microsoft.Extensions.Options.Options.Create(Options), Metrics, Clock, Log);
    }

    public FakeTimeProvider Clock { get; } = TestBook.Clock();

    public ConnectOptions Options { get; }

    public ListLogger<RemoteConnector> Log { get; } = new();

    public TestMeters Meters { get; } = new();

    public ConnectMetrics Metrics { get; }

    public GuardedHttp Http { get; }

    public RemoteConnector Connector { get; }

    public static BackendCredential Header(string name, string value) => new(CredentialPlace.Header, name, value);

    public static BackendCredential Query(string name, string value) => new(CredentialPlace.Query, name, value);

    public Task<RemoteConnection> ConnectAsync(Uri address, params BackendCredential[] credentials) =>
        Connector.ConnectAsync(address.ToString(), credentials, OriginGate.Open, CancellationToken.None);

    /// <param name="backend">The widget's backend.</param>
    /// <param name="widget">The text of a definition.</param>
    /// <param name="credentials">The credentials of the backend.</param>
    public RemoteWidgetFeed Feed(
        Uri backend, string widget, params BackendCredential[] credentials) => new(
        new RemoteFeedSource(Http, new BackendAccess(backend, credentials, OriginGate.Open), Clock, Log)
        {
            MaxFrameBytes = Options.MaxFrameBytes,
            Metrics = Metrics,
            CreateRandom = static () => new NoChance(),
        },
        WidgetDefinition.Read("test", JsonText.Parse(widget)));

    /// <summary>Waits until the feed says that something is so.</summary>
    public static async Task UntilAsync(IWidgetFeed feed, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            Assert.True(await feed.WaitAsync(patience.Token), "the feed has ended");
        }
    }

    /// <summary>The next frames, as text.</summary>
    public static async Task<IReadOnlyList<string>> FramesAsync(IWidgetFeed feed, int count)
    {
        var frames = new List<FeedFrame>();
        await UntilAsync(feed, () =>
        {
            feed.Drain(frames);
            return frames.Count >= count;
        });
        return [.. frames.Select(static frame => frame.IsReadable ? JsonText.Stringify(frame.Value) : "unreadable")];
    }

    /// <summary>Advances the time to the next attempt, and waits until it has ended.</summary>
    public async Task RetryAsync(RemoteWidgetFeed feed)
    {
        var retryAt = feed.Status.RetryAt;
        Assert.NotNull(retryAt);
        Clock.Advance(retryAt.Value - Clock.GetUtcNow());
        await UntilAsync(feed, () => feed.Status.State == FeedState.Live || (feed.Status.RetryAt is { } next && next != retryAt));
    }

    public void Dispose()
    {
        Http.Dispose();
        Meters.Dispose();
    }

    private sealed class NoChance : Random
    {
        public override double NextDouble() => 0;
    }
}
