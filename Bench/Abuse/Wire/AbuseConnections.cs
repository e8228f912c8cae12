using System.Net.Sockets;
using System.Text;

namespace LiveGridStudio.Bench.Abuse.Wire;

/// <summary>Raw connections, all open at the same time, that send a start and then a little at intervals.</summary>
/// <param name="Count">Number of connections.</param>
/// <param name="Head">What each sends at once; <c>{host}</c> stands for the host's name and port.</param>
/// <param name="Drop">What each sends once a second.</param>
/// <param name="Patience">How long each continues, unless the host closes it.</param>
internal sealed record AbuseConnections(string Idea, string Name, int Count, string Head, string Drop, TimeSpan Patience)
    : AbuseCase(Idea, Name)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override AbuseAct Prepare() => new(0, async (address, cancellationToken) =>
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => SendAsync(address, cancellationToken)));
        return new AbuseAnswer(
            StatusCounts.Text(answers.Select(static answer => answer.Status)),
            answers.Sum(static answer => answer.Sent),
            answers.Sum(static answer => answer.Received));
    });

    private async Task<AbuseAnswer> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        var stream = client.GetStream();
        var reading = ReadAsync(stream, cancellationToken);
        var sent = 0L;
        var startedAt = TimeProvider.System.GetTimestamp();
        try
        {
            var head = Encoding.ASCII.GetBytes(Head.Replace("{host}", address.Authority, StringComparison.Ordinal));
            await stream.WriteAsync(head, cancellationToken);
            sent += head.Length;
            var drop = Encoding.ASCII.GetBytes(Drop);
            while (!reading.IsCompleted && TimeProvider.System.GetElapsedTime(startedAt) < Patience)
            {
                await Task.WhenAny(reading, Task.Delay(Pause, TimeProvider.System, cancellationToken));
                await stream.WriteAsync(drop, cancellationToken);
                sent += drop.Length;
            }
        }
        catch (IOException)
        {
            // The host has closed the connection; the reader reports the answer.
        }

        if (!reading.IsCompleted)
        {
            return new AbuseAnswer("stays open", sent, 0);
        }

        var answer = await reading;
        return new AbuseAnswer(answer.Split(' ') is [_, var status, ..] ? status : "closed", sent, answer.Length);
    }

    /// <summary>The answer, up to the end of the connection.</summary>
    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The connection was reset; what has arrived so far is the answer.
        }

        return answer.ToString();
    }
}
