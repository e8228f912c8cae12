using System.Text;
using System.Threading.Channels;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>
/// Writes a recording, each line as it comes. Whoever adds a line never waits: what cannot be written in time is bounded, left out beyond
/// that, and counted in a line of its own. Safe for any thread.
/// </summary>
public sealed class RecordingWriter : IAsyncDisposable
{
    /// <summary>The <see cref="End"/> of a recording that was disposed, and lost nothing by it.</summary>
    public const string Stopped = "It was stopped.";

    private const int MostWaiting = 4096;

    private readonly Channel<RecordingEntry> _waiting = Channel.CreateBounded<RecordingEntry>(MostWaiting);
    private readonly Stream _stream;
    private readonly long _mostBytes;
    private readonly TimeProvider _timeProvider;
    private readonly long _started;
    private readonly Task _writing;
    private long _bytes;
    private long _lines;
    private long _leftOut;
    private long _said;
    private volatile string? _end;
    private volatile bool _isStopping;

    /// <param name="stream">Where it goes; disposed with this.</param>
    /// <param name="header">The first line.</param>
    /// <param name="timeProvider">The clock of the offsets, which count from now.</param>
    /// <param name="mostBytes">Ends the recording when it would grow over this.</param>
    public RecordingWriter(Stream stream, RecordingHeader header, TimeProvider timeProvider, long mostBytes = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(timeProvider);
        (_stream, _timeProvider, _mostBytes) = (stream, timeProvider, mostBytes);
        _started = timeProvider.GetTimestamp();
        _waiting.Writer.TryWrite(header.ToEntry());
        _writing = Task.Run(WriteAsync);
    }

    /// <value>Bytes written.</value>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <value>Lines written.</value>
    public long Lines => Volatile.Read(ref _lines);

    /// <value>Lines that could not be written in time.</value>
    public long LeftOut => Volatile.Read(ref _leftOut);

    /// <value>How long it has been recording.</value>
    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_started);

    /// <value>Why nothing more is recorded; null while it goes on.</value>
    public string? End => _end;

    public void Add(RecordingKind kind, JsValue content) => Add(new RecordingEntry(Elapsed, kind, content));

    public void Add(RecordingEntry entry)
    {
        if (_end is null && !_isStopping && !_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    /// <summary>Writes what waits, and closes the stream.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        // Only now: the disk may have become full with what waited.
        _end ??= Stopped;
    }

    private async Task WriteAsync()
    {
        try
        {
            await using (_stream.ConfigureAwait(false))
            {
                await foreach (var entry in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    await SayLeftOutAsync(entry.At).ConfigureAwait(false);

                    if (!await WriteAsync(entry).ConfigureAwait(false))
                    {
                        Stop($"It has {_mostBytes / 1024 / 1024} MiB, the most that is recorded.");
                        return;
                    }

                    if (_waiting.Reader.Count == 0)
                    {
                        await _stream.FlushAsync().ConfigureAwait(false);
                    }
                }

                await SayLeftOutAsync(Elapsed).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Stop($"It cannot be written: {exception.Message}");
        }
    }

    private async Task SayLeftOutAsync(TimeSpan at)
    {
        if (LeftOut is var leftOut && leftOut > _said)
        {
            _said = leftOut;
            await WriteAsync(new RecordingEntry(at, RecordingKind.State, JsObject.Create(("leftOut", leftOut)))).ConfigureAwait(false);
        }
    }

    private void Stop(string reason)
    {
        _end ??= reason;
        _waiting.Writer.TryComplete();
    }

    private async Task<bool> WriteAsync(RecordingEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(entry.ToLine() + "\n");
        if (line.Length > RecordingReader.LongestLine)
        {
            // No reader would take it.
            Interlocked.Increment(ref _leftOut);
            return true;
        }

        if (Bytes + line.Length > _mostBytes)
        {
            return false;
        }

        await _stream.WriteAsync(line).ConfigureAwait(false);
        Interlocked.Add(ref _bytes, line.Length);
        Interlocked.Increment(ref _lines);
        return true;
    }
}
