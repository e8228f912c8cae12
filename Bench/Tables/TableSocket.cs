using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;
using HdrHistogram;
using LiveGridStudio.Bench.Fanout;

namespace LiveGridStudio.Bench.Tables;

/// <summary>A client of a live table whose rows carry the time at which they were made, in the column <c>t</c>.</summary>
internal sealed class TableSocket : IDisposable
{
    private static readonly byte[] TimeKey = "\"t\":"u8.ToArray();

    private readonly ClientWebSocket _socket = new();

    public async Task ConnectAsync(Uri address, string parameters, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(address, cancellationToken);
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes($$$"""{"params":{{{parameters}}}}"""), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    /// <summary>Reads until cancelled, and notes how old each row is when it arrives.</summary>
    /// <param name="ages">Microseconds; shared by all clients.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task ReadAsync(LongConcurrentHistogram ages, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += part.Count;
            if (part.EndOfMessage)
            {
                Note(buffer.AsSpan(0, length), ages);
                length = 0;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static void Note(ReadOnlySpan<byte> frame, LongConcurrentHistogram ages)
    {
        var now = MonotonicClock.Now;
        while (frame.IndexOf(TimeKey) is >= 0 and var at)
        {
            frame = frame[(at + TimeKey.Length)..];
            if (Utf8Parser.TryParse(frame, out long made, out _))
            {
                ages.RecordValue(Math.Max(1, now - made));
            }
        }
    }
}
