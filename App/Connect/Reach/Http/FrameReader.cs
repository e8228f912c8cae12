using System.Buffers;
using System.Net.WebSockets;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Receives whole frames of a socket into one buffer, up to a limit; binary frames are read as text. For one reader at a time.</summary>
internal sealed class FrameReader(WebSocket socket, int maxBytes) : IDisposable
{
    private const int SmallFrame = 16 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(SmallFrame, maxBytes + 1));
    private int _count;

    /// <value>The newest frame; not the whole of it when <see cref="IsTooLarge"/>. Valid until the next read.</value>
    public ReadOnlyMemory<byte> Frame => _buffer.AsMemory(0, _count);

    /// <value>Bytes of the newest frame, also of one that is too large.</value>
    public long Length { get; private set; }

    public bool IsTooLarge => Length > maxBytes;

    /// <value>
    /// False, the default, receives the rest of a frame that is too large, and only counts it; true returns at once, and nothing can be read
    /// afterwards.
    /// </value>
    public bool StopsAtLimit { get; init; }

    /// <summary>Receives the next frame.</summary>
    /// <returns>False when the other side has closed the socket.</returns>
    /// <exception cref="WebSocketException">The connection broke off.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken stop)
    {
        (_count, Length) = (0, 0);
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(_count), stop);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            _count += part.Count;
            Length += part.Count;
            if (part.EndOfMessage || (IsTooLarge && StopsAtLimit))
            {
                return true;
            }

            if (IsTooLarge)
            {
                // The rest is read over the same bytes.
                _count = 0;
            }
            else if (_count == _buffer.Length)
            {
                Grow();
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, maxBytes + 1L));
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
