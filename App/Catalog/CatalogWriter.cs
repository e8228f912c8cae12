using System.Security.Cryptography;
using System.Text;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Catalog;

/// <summary>
/// Saves single widgets into the host's own <c>widgets.json</c>: the rest of the file stays byte for byte the same, and the previous
/// version is kept beside it as <c>widgets.json.bak</c>. Thread-safe.
/// </summary>
public sealed class CatalogWriter
{
    private const string Conflict = "Nothing was written. Take the file's version; your text stays one undo away.";

    private const string ReadAgain = "Nothing was written. It has been read again: look at its widgets, then save once more.";

    private readonly WidgetCatalog _catalog;
    private readonly ISaveGate _gate;
    private readonly Func<string, SafeFile> _open;
    private readonly OneByOne _turns = new();
    private readonly OwnVersions _own = new();
    private readonly DiskCalls _disk;

    /// <remarks>Uses the system clock, because disks answer in real time; so does <see cref="WidgetCatalog"/>.</remarks>
    public CatalogWriter(WidgetCatalog catalog, ISaveGate gate)
        : this(catalog, gate, TimeProvider.System, static path => new SafeFile(path, CatalogFile.MostBytes))
    {
    }

    internal CatalogWriter(WidgetCatalog catalog, ISaveGate gate, TimeProvider time, Func<string, SafeFile> open)
    {
        (_catalog, _gate, _open, _disk) = (catalog, gate, open, new DiskCalls(time));
    }

    /// <summary>Why saving is not possible at all; null when it may be tried.</summary>
    public string? Obstacle => _gate.Refusal;

    /// <summary>The widget in its current version in the file; null when it is not one of the host's.</summary>
    public CatalogEntry? Load(string widgetId)
    {
        var document = _catalog.Current.Widgets;
        return document.Value.Object.Has(widgetId)
            ? CatalogText.EntryOf(Encoding.UTF8.GetString(document.Utf8), widgetId, HashOf(document.Utf8))
            : null;
    }

    /// <summary>
    /// Replaces the definition that was loaded by a new one. Refused when the widget itself has changed, or when anyone but this writer has
    /// changed the file; earlier saves of other widgets do not matter. Never throws because of the disk. Waits at most 5 s for a disk that
    /// does not answer; the result of the save then shows when the disk answers.
    /// </summary>
    /// <param name="entry">The widget as loaded, or as returned by the last save.</param>
    /// <param name="text">The new definition.</param>
    public Task<SaveOutcome> SaveAsync(CatalogEntry entry, string text)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(text);
        return _gate.Refusal is { } refusal ? Task.FromResult(Refuse(refusal)) : _turns.RunAsync(() => TryWriteAsync(file => Write(file, entry, text)));
    }

    /// <summary>
    /// Adds a widget behind the others. Refused when there is one of this id, or when anyone but this writer has changed the file since the
    /// catalog read it. In all else as <see cref="SaveAsync"/>.
    /// </summary>
    /// <param name="widgetId">The key, which the file must not have yet.</param>
    /// <param name="definition">The new definition.</param>
    public Task<SaveOutcome> AddAsync(string widgetId, JsValue definition)
    {
        ArgumentNullException.ThrowIfNull(widgetId);
        return _gate.Refusal is { } refusal
            ? Task.FromResult(Refuse(refusal))
            : _turns.RunAsync(() => TryAddAsync(widgetId, definition));
    }

    /// <summary>Removes files that killed saves have left beside the document.</summary>
    /// <returns>Number of removed files.</returns>
    /// <exception cref="IOException">The folder cannot be written, or does not answer.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing to the folder is not permitted.</exception>
    internal Task<int> RemoveLeftoversAsync() =>
        _turns.RunAsync(() => _disk.RunAsync(() => _open(_catalog.Current.Widgets.Path).RemoveLeftovers()));

    private Task<SaveOutcome> TryAddAsync(string widgetId, JsValue definition)
    {
        var read = HashOf(_catalog.Current.Widgets.Utf8);
        return TryWriteAsync(file => Add(file, read, widgetId, definition));
    }

    private async Task<SaveOutcome> TryWriteAsync(Func<SafeFile, SaveOutcome> write)
    {
        var path = _catalog.Current.Widgets.Path;
        try
        {
            var outcome = await _disk.RunAsync(() => write(_open(path))).ConfigureAwait(false);
            await _catalog.RefreshAsync().ConfigureAwait(false);
            return outcome;
        }
        catch (DiskSilentException exception)
        {
            return Refuse($"{path}: {exception.Message} Whether this was saved shows when it does; until then nothing else is.");
        }
        catch (UnauthorizedAccessException exception)
        {
            return Refuse($"{path} cannot be written: {exception.Message} Nothing was changed.");
        }
        catch (IOException exception)
        {
            return Refuse($"{path} cannot be written: {exception.Message}");
        }
    }

    private SaveOutcome Write(SafeFile file, CatalogEntry loaded, string text)
    {
        var before = file.Read();
        var (mark, utf8) = CatalogText.SplitMark(before);
        var now = HashOf(utf8);
        if (!_own.LeadsTo(loaded.FileHash, now))
        {
            return Refuse($"{file.Path} has changed since this definition was loaded, and not by a save from here. {Conflict}") with { IsConflict = true };
        }

        var entry = CatalogText.Take(utf8, loaded.WidgetId, now);
        if (entry.Text != loaded.Text)
        {
            return Refuse($"{loaded.WidgetId} was saved from another page since this definition was loaded. {Conflict}") with { IsConflict = true };
        }

        if (!JsonText.TryParse(text, out _, out var error))
        {
            return Refuse($"The definition is not JSON ({error}). Nothing was written.");
        }

        var (after, made) = CatalogText.Replace(utf8, entry, text);
        return Put(file, before, mark, after, made);
    }

    private SaveOutcome Add(SafeFile file, string read, string widgetId, JsValue definition)
    {
        var before = file.Read();
        var (mark, utf8) = CatalogText.SplitMark(before);
        if (!_own.LeadsTo(read, HashOf(utf8)))
        {
            return Refuse($"{file.Path} has changed since the studio read it, and not by a save from here. {ReadAgain}") with { IsConflict = true };
        }

        if (CatalogText.Add(utf8, widgetId, definition) is not var (after, made))
        {
            return Refuse($"{file.Path} has a widget {Ellipsis.Shown(widgetId)} already. Nothing was written. Choose another id.") with { IsConflict = true };
        }

        return Put(file, before, mark, after, made);
    }

    /// <summary>Writes the document if Workspace accepts it and it can be read again.</summary>
    private SaveOutcome Put(SafeFile file, byte[] before, byte[] mark, string after, CatalogEntry made)
    {
        if (WidgetsValidator.Validate(JsonText.Parse(after)) is { Valid: false } report)
        {
            return Refuse($"OpenBB Workspace would refuse this. Nothing was written. {report.ErrorText}");
        }

        byte[] bytes = [.. mark, .. Encoding.UTF8.GetBytes(after)];
        if (bytes.Length > CatalogFile.MostBytes)
        {
            return Refuse($"The file would have {bytes.Length} bytes, more than the {CatalogFile.MostBytes} that are read. Nothing was written.");
        }

        file.Write(before, bytes);
        var hash = HashOf(bytes.AsSpan(mark.Length));
        _own.Add(HashOf(before.AsSpan(mark.Length)), hash);
        return new SaveOutcome(
            $"Saved to {file.Path}. The version before is {System.IO.Path.GetFileName(file.BackupPath)}, beside it.",
            made with { FileHash = hash });
    }

    private static SaveOutcome Refuse(string message) => new(message, null);

    private static string HashOf(ReadOnlySpan<byte> utf8) => Convert.ToHexString(SHA256.HashData(utf8));
}
