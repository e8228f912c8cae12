using System.Text.Json;
using System.Text.Json.Serialization;
using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// Stores texts that survive a reload, in the browser's storage of this tab. Made for one circuit. Values of <see cref="Set"/> are written
/// a moment later, only the last text of each key.
/// </summary>
/// <param name="js">The page.</param>
/// <param name="timeProvider">The clock for that delay.</param>
/// <param name="dispatch">Runs on the circuit's own thread.</param>
public sealed class TabStorage(IJSRuntime js, TimeProvider timeProvider, Func<Func<Task>, Task> dispatch) : IDisposable
{
    /// <summary>The most characters of a stored text: the storage of a tab holds some 5 million.</summary>
    internal const int MostCharacters = 1_000_000;

    /// <summary>
    /// The most bytes that are read: the capacity of a tab's storage with three bytes per character, and as much again for JSON escapes.
    /// </summary>
    private const long MostBytes = 32 * 1024 * 1024;

    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // Lives as long as the page: a text may be on its way when the storage is disposed.
    private readonly PageScript _script = new(js, "./js/tab-storage.js");
    private readonly Dictionary<string, string?> _pending = [];
    private Dictionary<string, string> _kept = [];
    private ITimer? _timer;
    private bool _isOpen;

    /// <summary>Reads the texts of an earlier page of this tab. Nothing is written before that.</summary>
    public async Task LoadAsync()
    {
        var kept = await _script.CallAsync<IJSStreamReference?>("kept");
        _kept = Read(kept is null ? null : await LongText.ReadAsync(kept, MostBytes));
        _isOpen = true;
    }

    /// <summary>The stored text of an earlier page or this one; null for none.</summary>
    public string? Find(string key) => _kept.GetValueOrDefault(key);

    /// <param name="key">The key of the text.</param>
    /// <param name="text">The text; null to remove it.</param>
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

    /// <summary>The browser's storage is not trusted: anything but texts by name counts as empty.</summary>
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
            // The page has gone, or the answer was lost with the connection; the next change writes its key again.
        }
    }
}

/// <summary>The stored texts by name.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TabStorageJsonContext : JsonSerializerContext;
