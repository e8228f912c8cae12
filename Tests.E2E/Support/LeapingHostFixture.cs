using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>One host whose clock can jump, for all journeys of a class. They preview other backends and change nothing on it.</summary>
public sealed class LeapingHostFixture : IAsyncDisposable
{
    public LeapingHostFixture() => Host = new StudioFactory(("Ticks:Seed", "7")) { Clock = Clock.Time };

    internal LeapClock Clock { get; } = new();

    internal StudioFactory Host { get; }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Clock.Dispose();
    }
}
