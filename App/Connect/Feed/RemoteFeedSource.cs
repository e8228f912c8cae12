using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>The dependencies that all feeds of one backend share.</summary>
internal sealed record RemoteFeedSource(GuardedHttp Http, BackendAccess Access, TimeProvider TimeProvider, ILogger Logger)
{
    /// <value>The most bytes of a frame; a larger one is skipped.</value>
    public int MaxFrameBytes { get; init; } = ConnectOptions.DefaultMaxFrameBytes;

    /// <value>Counts the open feeds.</value>
    public ConnectMetrics? Metrics { get; init; }

    /// <value>Creates the randomness for one feed's delays; each feed has its own, because <see cref="Random"/> is not thread-safe.</value>
    public Func<Random> CreateRandom { get; init; } = static () => new Random();
}
