using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>A host with default settings: it asks before it reads a backend that a browser does not know. Its preview may be framed.</summary>
public sealed class AskingHostFixture : IAsyncDisposable
{
    internal StudioFactory Host { get; } = new(("Connect:AskFirst", "true"), ("Studio:FrameAncestors", "http://127.0.0.1:*"));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
