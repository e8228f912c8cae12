using System.Net.WebSockets;
using System.Text;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>
/// The start of a page as Blazor's script does it: connects to the hub and asks for a circuit. The protocol is SignalR's MessagePack with a
/// length before each message; only the few needed messages are understood.
/// </summary>
internal sealed class CircuitClient : IDisposable
{
    private const byte Invocation = 1;
    private const byte Completion = 3;
    private const byte Nil = 0xC0;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly Uri _host;

    private CircuitClient(Uri host) => _host = host;

    public static async Task<CircuitClient> ConnectAsync(Uri host)
    {
        var client = new CircuitClient(host);
        client._socket.Options.SetRequestHeader("Origin", host.GetLeftPart(UriPartial.Authority));
        await client._socket.ConnectAsync(new UriBuilder(host) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await client._socket.SendAsync("""{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1E).ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        await client.ReceiveAsync();
        return client;
    }

    /// <summary>Whether the host made a circuit.</summary>
    public async Task<bool> StartAsync()
    {
        var message = new List<byte> { 0x95, Invocation, 0x80, 0xA1, (byte)'1' };
        Add(message, "StartCircuit");
        message.Add(0x94);
        Add(message, _host.ToString());
        Add(message, _host.ToString());
        Add(message, "[]");
        Add(message, "");
        await _socket.SendAsync(message.Prepend((byte)message.Count).ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
        while (await ReceiveAsync() is { } answer)
        {
            foreach (var part in MessagesOf(answer))
            {
                if (part.AsSpan().IndexOf("JS.Error"u8) >= 0)
                {
                    return false;
                }

                if (part[1] == Completion)
                {
                    return part[^1] != Nil;
                }
            }
        }

        return false;
    }

    /// <summary>Completes when the host has cut the connection.</summary>
    public async Task WaitForEndAsync()
    {
        try
        {
            while (await ReceiveAsync() is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            // The connection was cut without a close.
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Each has its length before it, seven bits to a byte and the low ones first.</summary>
    private static IEnumerable<byte[]> MessagesOf(byte[] frame)
    {
        for (var at = 0; at < frame.Length;)
        {
            int length = 0, shift = 0;
            byte next;
            do
            {
                next = frame[at++];
                length |= (next & 0x7F) << shift;
                shift += 7;
            }
            while (next >= 0x80);
            yield return frame[at..(at + length)];
            at += length;
        }
    }

    private async Task<byte[]?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[4096];
        var part = await _socket.ReceiveAsync(buffer, patience.Token);
        return part.MessageType == WebSocketMessageType.Close ? null : buffer[..part.Count];
    }

    private static void Add(List<byte> message, string text)
    {
        message.Add((byte)(0xA0 | text.Length));
        message.AddRange(Encoding.ASCII.GetBytes(text));
    }
}
