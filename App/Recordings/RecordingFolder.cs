using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds.Recording;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Recordings;

/// <summary>The folder of the recordings that the studio makes and plays. Thread-safe; the calls wait for the disk.</summary>
/// <param name="options">Where, and how much.</param>
/// <param name="gate">Who may write the host's documents may make recordings, and read them.</param>
/// <param name="timeProvider">The clock of names and offsets.</param>
public sealed class RecordingFolder(IOptions<RecordingOptions> options, ISaveGate gate, TimeProvider timeProvider)
{
    private const int MostTurns = 1000;

    /// <summary>More files than this are not looked at, whoever put them there.</summary>
    private const int MostListed = 10_000;

    /// <summary>Two recordings that begin together must not both be the last one that fits.</summary>
    private readonly Lock _creating = new();

    /// <value>Why recordings are neither made nor read here, with the setting that decides it; null when they are.</value>
    public string? Refusal => gate.Refusal;

    private string Folder => Path.GetFullPath(options.Value.Path);

    /// <summary>Begins a recording. Who begins it disposes it.</summary>
    /// <param name="widget">The widget, as it is shown.</param>
    /// <param name="backend">Its backend without credentials; null for this host.</param>
    /// <exception cref="IOException">It cannot be made; the message is a sentence for the user.</exception>
    public WidgetRecording Begin(WidgetDefinition widget, string? backend)
    {
        ArgumentNullException.ThrowIfNull(widget);
        if (Refusal is { } refusal)
        {
            throw new IOException(refusal);
        }

        var startedAt = timeProvider.GetUtcNow();
        var file = Create(widget.Id, startedAt);
        var header = new RecordingHeader(widget, backend, startedAt);
        return new WidgetRecording(Path.GetFileName(file.Name), new RecordingWriter(file, header, timeProvider, options.Value.MaxBytes));
    }

    /// <summary>The names of the recordings, those first that were written to last; none where recordings are not read.</summary>
    /// <exception cref="IOException">The folder cannot be read; the message is a sentence for the user.</exception>
    public IReadOnlyList<string> List()
    {
        if (Refusal is not null || !Directory.Exists(Folder))
        {
            return [];
        }

        try
        {
            return [.. new DirectoryInfo(Folder).EnumerateFiles("*" + RecordingName.Extension)
                .Where(static file => RecordingName.IsValid(file.Name) && file.LinkTarget is null)
                .Take(MostListed)
                .OrderByDescending(static file => file.LastWriteTimeUtc)
                .ThenBy(static file => file.Name, StringComparer.Ordinal)
                .Select(static file => file.Name)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException("The folder of the setting Recordings:Path cannot be read.", exception);
        }
    }

    /// <summary>Opens a recording at its start.</summary>
    /// <exception cref="IOException">There is none of this name, or it may not be read; the message is a sentence for the user.</exception>
    public FileStream Open(string? name)
    {
        if (Refusal is { } refusal)
        {
            throw new IOException(refusal);
        }

        var path = RecordingName.IsValid(name) ? Path.Combine(Folder, name!) : null;
        try
        {
            // A link could lead out of the folder.
            if (path is not null && new FileInfo(path) is { Exists: true, LinkTarget: null })
            {
                return new FileStream(RegularFile.Open(path), FileAccess.Read);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException("The recording cannot be opened.", exception);
        }

        throw new FileNotFoundException("This host has no recording of that name.");
    }

    private FileStream Create(string widgetId, DateTimeOffset time)
    {
        lock (_creating)
        {
            try
            {
                var folder = Directory.CreateDirectory(Folder).FullName;
                if (Directory.EnumerateFiles(folder, "*" + RecordingName.Extension).Take(options.Value.MaxFiles).Count() == options.Value.MaxFiles)
                {
                    throw new RecordingsFullException(options.Value.MaxFiles);
                }

                for (var turn = 1; ; turn++)
                {
                    var path = Path.Combine(folder, RecordingName.Of(widgetId, time, turn));
                    try
                    {
                        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
                    }
                    catch (IOException) when (turn < MostTurns && Path.Exists(path))
                    {
                        // The name is in use: the next one is tried.
                    }
                }
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not RecordingsFullException))
            {
                throw new IOException($"The folder of the setting Recordings:Path cannot be written: {exception.Message}", exception);
            }
        }
    }

    private sealed class RecordingsFullException(int count) : IOException(
        $"This host keeps {count} recordings at most (Recordings:MaxFiles). Move some out of the folder first.");
}
