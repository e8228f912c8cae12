using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>Reads and writes the <see cref="KnownBackends"/> in this browser's local storage. Made for one circuit.</summary>
/// <remarks>Throws the exceptions that <see cref="PageScript.IsGone"/> recognises when the page has gone.</remarks>
internal sealed class BrowserBackends(IJSRuntime js) : IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./Studio/Sources/RecentBackends.razor.js");

    public Task<KnownBackends> ReadAsync() => AskAsync("recentBackends");

    /// <summary>Stores a connected backend, and the origins that the user has allowed for it.</summary>
    public Task<KnownBackends> KeepAsync(string backend, IEnumerable<string> origins) => AskAsync("keepBackend", backend, origins);

    public Task<KnownBackends> ForgetAsync(string backend) => AskAsync("forgetBackend", backend);

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    private async Task<KnownBackends> AskAsync(string function, params object?[] arguments) =>
        KnownBackends.Read(await _script.CallAsync<string?>(function, arguments));
}
