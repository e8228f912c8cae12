using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>What all feeds of one backend share.</summary>
internal sealed record RemoteFeedSource(GuardedHttp Http, BackendAccess Access, TimeProvider TimeProvider, ILogger Logger)
{
    /// <value>A larger frame is passed over.</value>
    public int MaxFrameBytes { get; init; } = ConnectOptions.DefaultMaxFrameBytes;

    /// <value>Knows which feeds are open.</value>
    public ConnectMetrics? Metrics { get; init; }

    /// <value>Makes the randomness of one feed's delays; each feed has its own, because it is for one thread.</value>
    public Func<Random> CreateRandom { get; init; } = static () => new Random();
}
