using LiveGridStudio.Shared.Feeds.Recording;

namespace LiveGridStudio.App.Recordings;

/// <summary>A recording that a card makes, or has made.</summary>
/// <param name="name">The file's name in the folder.</param>
/// <param name="writer">Writes it; disposed with this.</param>
public sealed class WidgetRecording(string name, RecordingWriter writer) : IAsyncDisposable
{
    private TimeSpan? _length;

    public string Name => name;

    public RecordingWriter Writer => writer;

    /// <value>Whether it still records. It ends by itself at its limit, or when the disk is full.</value>
    public bool IsRunning => _length is null && writer.End is null;

    /// <value>How long it is, or was.</value>
    public TimeSpan Length => _length ?? writer.Elapsed;

    /// <value>Why it ended by itself, in a sentence; null when it did not.</value>
    public string? Problem { get; private set; }

    /// <summary>Writes what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_length is null)
        {
            _length = writer.Elapsed;
            await writer.DisposeAsync();
            Problem = writer.End == RecordingWriter.Stopped ? null : writer.End;
        }
    }
}
