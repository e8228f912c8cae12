using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// One host for all journeys of a class, for those that look at other backends or change nothing on it. Its clock can leap.
/// </summary>
public sealed class HostFixture : IAsyncDisposable
{
    public HostFixture() => Host = new StudioFactory(("Ticks:Seed", "7")) { Clock = Clock.Time };

    internal LeapClock Clock { get; } = new();

    internal StudioFactory Host { get; }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Clock.Dispose();
    }
}
