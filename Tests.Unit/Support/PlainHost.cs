using LiveGridStudio.Tests.Support;

[assembly: AssemblyFixture(typeof(LiveGridStudio.Tests.Unit.Support.PlainHost))]

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>
/// One host with default settings, for all tests of endpoints without state between requests. It starts on first use. Tests that publish,
/// count readers, take places or need a setting use a host of their own.
/// </summary>
public sealed class PlainHost : IAsyncDisposable
{
    private readonly Lazy<HttpClient> _client;

    public PlainHost() => _client = new Lazy<HttpClient>(() => new HttpClient { BaseAddress = Factory.Address });

    internal StudioFactory Factory { get; } = new();

    public HttpClient Client => _client.Value;

    public async ValueTask DisposeAsync()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        await Factory.DisposeAsync();
    }
}
