using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Sends a body and disconnects without waiting for the answer. The case ends when the host is idle.</summary>
internal sealed record AbuseHangUp(string Idea, string Name, string Path, Func<byte[]> Make) : AbuseCase(Idea, Name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public override AbuseAct Prepare()
    {
        var body = Make();
        return new(body.Length, async (address, cancellationToken) =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, cancellationToken);
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"POST {Path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
            await client.GetStream().WriteAsync(body, cancellationToken);
            await Task.Delay(Patience, TimeProvider.System, cancellationToken);
            // A reset instead of a close, as when a process dies.
            client.LingerState = new LingerOption(true, 0);
            client.Close();
            await HostRest.WaitAsync(address, cancellationToken);
            return new AbuseAnswer("none wanted", body.Length, 0);
        });
    }
}
