using System.Buffers;
using System.IO.Pipelines;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Reads rows as they come, a line each, for as long as the sender goes on. Never holds more than one line.</summary>
internal static class RowLines
{
    public static async Task ReadAsync(PipeReader body, PushTally tally, CancellationToken cancellationToken)
    {
        var names = new KeyInterner();
        var (line, isSkipping) = (1L, false);
        while (true)
        {
            if (!body.TryRead(out var read))
            {
                // Nothing more is there at the moment, so what was added waits no longer.
                await tally.FlushAsync();
                read = await body.ReadAsync(cancellationToken);
            }

            var buffer = read.Buffer;
            try
            {
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    await TakeAsync(buffer.Slice(0, end), line++, isSkipping, tally, names);
                    isSkipping = false;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (read.IsCompleted)
                {
                    await TakeAsync(buffer, line, isSkipping, tally, names);
                    await tally.FlushAsync();
                    buffer = buffer.Slice(buffer.End);
                    return;
                }

                if (buffer.Length > PushTally.MostRowBytes)
                {
                    // The rest of the line is passed over, as it comes.
                    isSkipping = true;
                    buffer = buffer.Slice(buffer.End);
                }
            }
            finally
            {
                // Also when rows cannot be written: the server reads on from here to answer.
                body.AdvanceTo(buffer.Start, read.Buffer.End);
            }
        }
    }

    private static ValueTask TakeAsync(ReadOnlySequence<byte> text, long line, bool isSkipping, PushTally tally, KeyInterner names)
    {
        if (isSkipping || text.Length > PushTally.MostRowBytes)
        {
            tally.RejectLong(line);
            return ValueTask.CompletedTask;
        }

        var utf8 = text.IsSingleSegment ? text.FirstSpan : text.ToArray();
        if (utf8.Trim(" \t\r"u8).IsEmpty)
        {
            return ValueTask.CompletedTask;
        }

        if (JsonText.TryParse(utf8, out var row, out var error, names))
        {
            return tally.AddAsync(line, row);
        }

        tally.Reject(line, $"not JSON, column {error.Column}: {error.Reason}");
        return ValueTask.CompletedTask;
    }
}
