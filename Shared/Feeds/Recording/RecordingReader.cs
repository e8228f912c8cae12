using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>Reads a recording line by line: hours of it do not have to fit into memory, and a damaged line does not end it.</summary>
public static class RecordingReader
{
    /// <summary>A longer line is passed over.</summary>
    public const int LongestLine = 32 * 1024 * 1024;

    private const int BytesOfRead = 64 * 1024;

    /// <summary>The lines in order. Empty ones are left out, and counted.</summary>
    /// <param name="stream">UTF-8; read as it comes, and left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<RecordingLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BytesOfRead, leaveOpen: true));
        var names = new KeyInterner();
        var (number, isSkipping) = (0L, false);
        // A long line comes in many reads, and is not searched from its start at each.
        var searched = 0L;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
            {
                searched = 0;
                number++;
                if (Read(buffer.Slice(0, end), number, isSkipping, names) is { } line)
                {
                    yield return line;
                }

                isSkipping = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (Read(buffer, number + 1, isSkipping, names) is { } last)
                {
                    yield return last;
                }

                await pipe.CompleteAsync().ConfigureAwait(false);
                yield break;
            }

            if (buffer.Length > LongestLine)
            {
                (isSkipping, searched) = (true, 0);
                pipe.AdvanceTo(buffer.End);
            }
            else
            {
                searched = buffer.Length;
                pipe.AdvanceTo(buffer.Start, buffer.End);
            }
        }
    }

    private static RecordingLine? Read(ReadOnlySequence<byte> bytes, long number, bool isSkipping, KeyInterner names)
    {
        if (isSkipping || bytes.Length > LongestLine)
        {
            return new RecordingLine(number, null, $"it is longer than {LongestLine / 1024 / 1024} MiB");
        }

        var utf8 = bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
        if (utf8.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        if (!JsonText.TryParse(utf8, out var value, out var error, names))
        {
            return new RecordingLine(number, null, $"not JSON, column {error.Column}: {error.Reason}");
        }

        var problem = RecordingEntry.TryRead(value, out var entry);
        return new RecordingLine(number, entry, problem);
    }
}

/// <summary>A line of a recording.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Entry">What it says; null when it is damaged.</param>
/// <param name="Problem">Why it is passed over; null when it is not.</param>
public sealed record RecordingLine(long Number, RecordingEntry? Entry, string? Problem);
