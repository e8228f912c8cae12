using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.Bench.Abuse.Bodies;

namespace LiveGridStudio.Bench.Abuse.Wire;

/// <summary>What a client of <c>/live_grid_ws</c> may try.</summary>
internal static class Sockets
{
    private const string Idea = "sockets";
    private const int MostBytes = 65_000;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    public static IEnumerable<AbuseCase> Cases =>
    [
        Case("20 that subscribe to 16 000 symbols 100 times", 20, (socket, token) => SendAsync(socket, 100, Symbols("A"), token)),
        Case("the same, symbols that exist", 20, (socket, token) => SendAsync(socket, 100, Symbols("TSLA"), token)),
        Case("the same, nothing but commas", 20, (socket, token) => SendAsync(socket, 100, Symbols(""), token)),
        Case("the same, a list of texts", 20, (socket, token) => SendAsync(
            socket, 100, Encode("{\"params\":{\"symbol\":[" + Body.List(16_000, static _ => "\"A\"") + "]}}"), token)),
        Case("20 that send 20 000 frames of junk", 20, static (socket, token) => SendAsync(socket, 20_000, "junk"u8.ToArray(), token)),
        Case("20 that send 20 000 empty frames", 20, static (socket, token) => SendAsync(socket, 20_000, Array.Empty<byte>(), token)),
        Case("20 that subscribe 20 000 times", 20, static (socket, token) => SendAsync(
            socket, 20_000, Encode("{\"params\":{\"symbol\":\"TSLA\"}}"), token)),
        Case("50 with a message of 1 MB", 50, static (socket, token) => SendAsync(socket, 1, new byte[1_000_000], token)),
        Case("50 with a message without an end", 50, static (socket, token) => EndlessAsync(socket, token)),
        Case("50 with 64 KiB of {\"a\":{...", 50, static (socket, token) => SendAsync(
            socket, 20, Encode(Body.Repeat("{\"a\":", MostBytes / 5)), token)),
        Case("3 000 that say nothing", 3000, static async (_, token) =>
        {
            await Task.Delay(Silence, TimeProvider.System, token);
            return 0;
        }),
        Case("1 000 with half a message of 60 KB", 1000, static async (socket, token) =>
        {
            await socket.SendAsync(new byte[60_000], WebSocketMessageType.Text, endOfMessage: false, token);
            await Task.Delay(Silence, TimeProvider.System, token);
            return 60_000;
        }),
    ];

    private static AbuseSockets Case(string name, int count, Func<ClientWebSocket, CancellationToken, Task<long>> act) =>
        new(Idea, name, count, act) { Limits = AbuseLimits.Connections };

    private static byte[] Symbols(string symbol) => Encode(
        "{\"params\":{\"symbol\":\"" + Body.Repeat(symbol + ",", MostBytes / (symbol.Length + 1) - 10) + "\"}}");

    private static async Task<long> SendAsync(ClientWebSocket socket, int times, byte[] message, CancellationToken cancellationToken)
    {
        for (var i = 0; i < times; i++)
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }

        return (long)times * message.Length;
    }

    private static async Task<long> EndlessAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var part = new byte[1000];
        var sent = 0L;
        while (socket.State == WebSocketState.Open && sent < 1_000_000)
        {
            await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: false, cancellationToken);
            sent += part.Length;
        }

        return sent;
    }

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);
}
