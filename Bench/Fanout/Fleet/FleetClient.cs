using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>One connection, as cheap as possible: a raw socket that reads frames and extracts only the times.</summary>
internal sealed class FleetClient(FleetTally tally) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly FrameReader _frames = new();

    public async Task ConnectAsync(int port, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        await _socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET /live_grid_ws HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"),
            cancellationToken);
        var answer = new byte[1024];
        var count = 0;
        while (!answer.AsSpan(0, count).EndsWith("\r\n\r\n"u8))
        {
            var read = await _socket.ReceiveAsync(answer.AsMemory(count), cancellationToken);
            count += read > 0 ? read : throw new IOException("The server closed before it answered.");
        }

        if (!answer.AsSpan().StartsWith("HTTP/1.1 101"u8))
        {
            throw new IOException("The server refused: " + Encoding.ASCII.GetString(answer, 0, count));
        }
    }

    /// <summary>Sends a text of up to 65 535 bytes.</summary>
    public async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        // Clients must mask; a mask of zeros changes nothing.
        byte[] frame = [0x81, 0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0, .. payload];
        await _socket.SendAsync(frame, cancellationToken);
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var count = await _socket.ReceiveAsync(_frames.Free, cancellationToken);
            if (count == 0)
            {
                tally.ServerClosed();
                return;
            }

            _frames.Advance(count);
            tally.Take(_frames);
        }
    }

    public void Dispose() => _socket.Dispose();
}
