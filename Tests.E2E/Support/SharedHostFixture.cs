using LiveGridStudio.Tests.Support;

[assembly: AssemblyFixture(typeof(LiveGridStudio.Tests.E2E.Support.SharedHostFixture))]

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// One host for all journeys that change nothing on it: they only read, or use other backends. It has no ticks, and no journey may publish,
/// save or count readers here.
/// </summary>
public sealed class SharedHostFixture : IAsyncDisposable
{
    internal StudioFactory Host { get; } = new();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
