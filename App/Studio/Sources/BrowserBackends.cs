using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The store of this browser that <see cref="KnownBackends"/> are read from. Made for one circuit.</summary>
/// <remarks>Throws what <see cref="PageScript.IsGone"/> knows when the page has gone.</remarks>
internal sealed class BrowserBackends(IJSRuntime js) : IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./Studio/Sources/RecentBackends.razor.js");

    public Task<KnownBackends> ReadAsync() => AskAsync("recentBackends");

    /// <summary>Keeps a backend that was connected to, and the origins that the reader lets be read for it.</summary>
    public Task<KnownBackends> KeepAsync(string backend, IEnumerable<string> origins) => AskAsync("keepBackend", backend, origins);

    public Task<KnownBackends> ForgetAsync(string backend) => AskAsync("forgetBackend", backend);

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    private async Task<KnownBackends> AskAsync(string function, params object?[] arguments) =>
        KnownBackends.Read(await _script.CallAsync<string?>(function, arguments));
}
