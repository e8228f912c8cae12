using System.Text.Json;
using System.Text.Json.Serialization;
using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// Texts that outlive a reload: they lie in the browser, in the store of this tab alone. Made for one circuit; what
/// <see cref="Set"/> is told reaches the browser a moment later, the last text of a key only.
/// </summary>
/// <param name="js">The page.</param>
/// <param name="timeProvider">Tells the moment.</param>
/// <param name="dispatch">Runs on the circuit's own thread.</param>
public sealed class TabStorage(IJSRuntime js, TimeProvider timeProvider, Func<Func<Task>, Task> dispatch) : IDisposable
{
    /// <summary>Longer texts are not kept: the store of a tab has some 5 million characters.</summary>
    internal const int MostCharacters = 1_000_000;

    /// <summary>What a tab's store holds at most, three bytes for each of its letters, and as much again for the signs around them.</summary>
    private const long MostBytes = 32 * 1024 * 1024;

    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // Goes with the page alone: a text may be on its way when the store is closed.
    private readonly PageScript _script = new(js, "./js/tab-storage.js");
    private readonly Dictionary<string, string?> _pending = [];
    private Dictionary<string, string> _kept = [];
    private ITimer? _timer;
    private bool _isOpen;

    /// <summary>Reads what an earlier page of this tab has left. Until then nothing is written.</summary>
    public async Task LoadAsync()
    {
        var kept = await _script.CallAsync<IJSStreamReference?>("kept");
        _kept = Read(kept is null ? null : await LongText.ReadAsync(kept, MostBytes));
        _isOpen = true;
    }

    /// <summary>What an earlier page, or this one, has kept; null for nothing.</summary>
    public string? Find(string key) => _kept.GetValueOrDefault(key);

    /// <param name="key">What is kept.</param>
    /// <param name="text">Its text; null to forget it.</param>
    public void Set(string key, string? text)
    {
        if (text?.Length > MostCharacters)
        {
            text = null;
        }

        if (!_isOpen || _kept.GetValueOrDefault(key) == text)
        {
            return;
        }

        if (text is null)
        {
            _kept.Remove(key);
        }
        else
        {
            _kept[key] = text;
        }

        _pending[key] = text;
        _timer ??= timeProvider.CreateTimer(_ => _ = dispatch(WriteAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _isOpen = false;
        _timer?.Dispose();
    }

    /// <summary>What a browser has kept is not to be trusted: anything else than texts by name is as good as nothing.</summary>
    private static Dictionary<string, string> Read(string? text)
    {
        try
        {
            return text is null ? [] : JsonSerializer.Deserialize(text, TabStorageJsonContext.Default.DictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task WriteAsync()
    {
        var pending = _pending.ToList();
        _pending.Clear();
        try
        {
            foreach (var (key, text) in pending)
            {
                await _script.CallAsync("keep", key, text is null ? null : LongText.ToPage(text));
            }
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The page is gone, or the answer was lost with the connection; the next change writes its key again.
        }
    }
}

/// <summary>The texts that a page leaves for the next one, by name.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TabStorageJsonContext : JsonSerializerContext;
