using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Problems;

/// <summary>Which rules the user has switched off, in the browser's store, by document. Made for one circuit.</summary>
internal sealed class RuleStorage(IJSRuntime js) : IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./js/rule-switches.js");

    /// <param name="document">Names the document: a backend's address, or a name that no address has.</param>
    public async Task<RuleSwitches> ReadAsync(string document) => RuleSwitches.Read([await _script.CallAsync<string?>("readRules", document)], out _);

    public Task KeepAsync(string document, RuleSwitches switches)
    {
        ArgumentNullException.ThrowIfNull(switches);
        return _script.CallAsync("keepRules", document, string.Join(',', switches.All));
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
