using System.Buffers;
using System.Buffers.Text;
using System.Net;
using LiveGridStudio.Bench.Fanout;

namespace LiveGridStudio.Bench.Tables;

/// <summary>A body of rows, a line of about 200 bytes each, made as it is sent.</summary>
internal sealed class PushedRows : HttpContent
{
    private const int BytesOfPart = 64 * 1024;
    private const int LongestRow = 400;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly int _rows;
    private readonly int _ids;
    private readonly int? _perSecond;

    /// <param name="rows">Lines to send.</param>
    /// <param name="ids">Different rows among them, by turns.</param>
    /// <param name="perSecond">Lines a second; null for as fast as they are taken.</param>
    public PushedRows(int rows, int ids, int? perSecond = null)
    {
        (_rows, _ids, _perSecond) = (rows, ids, perSecond);
        Headers.ContentType = new("application/x-ndjson");
    }

    public static string Id(int index) => $"r{index:D6}";

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var part = new ArrayBufferWriter<byte>(BytesOfPart + LongestRow);
        var started = MonotonicClock.Now;
        for (var i = 0; i < _rows; i++)
        {
            Write(part, i);
            var isAhead = _perSecond is { } pace && i * 1_000_000L / pace > MonotonicClock.Now - started;
            if (isAhead || part.WrittenCount >= BytesOfPart)
            {
                await stream.WriteAsync(part.WrittenMemory);
                part.ResetWrittenCount();
            }

            if (isAhead)
            {
                await stream.FlushAsync();
                await Task.Delay(Pause, TimeProvider.System);
            }
        }

        await stream.WriteAsync(part.WrittenMemory);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    /// <summary>Ten columns, of which eight change.</summary>
    private void Write(ArrayBufferWriter<byte> part, int i)
    {
        var id = i % _ids;
        part.Write("{\"id\":\"r"u8);
        Number(part, id, 'D', 6);
        part.Write("\",\"venue\":\"XNAS\",\"t\":"u8);
        Number(part, MonotonicClock.Now);
        part.Write(",\"bid\":"u8);
        Number(part, 100_000 + (i * 7 % 9973));
        part.Write(",\"ask\":"u8);
        Number(part, 100_010 + (i * 7 % 9973));
        part.Write(",\"bid_size\":"u8);
        Number(part, i % 997);
        part.Write(",\"ask_size\":"u8);
        Number(part, i % 991);
        part.Write(",\"last\":"u8);
        Number(part, 100_005 + (i * 11 % 9967));
        part.Write(",\"change_percent\":0.0"u8);
        Number(part, 1 + (i % 89));
        part.Write(",\"volume\":"u8);
        Number(part, 1_000_000 + i);
        part.Write("}\n"u8);
    }

    private static void Number(ArrayBufferWriter<byte> part, long value, char format = 'D', byte digits = 0)
    {
        Utf8Formatter.TryFormat(value, part.GetSpan(32), out var length, new StandardFormat(format, digits));
        part.Advance(length);
    }
}
