using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>The clients in a separate process, controlled line by line on standard input, see <see cref="FleetProcess"/>.</summary>
internal static class FleetProgram
{
    public const string CommandName = "fleet";

    public static Command Command()
    {
        var port = new Argument<int>("port");
        var clients = new Argument<int>("clients");
        var symbols = new Argument<int>("symbols");
        var command = new Command(CommandName) { port, clients, symbols };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) =>
        {
            Serve(parsed.GetValue(port), parsed.GetValue(clients), parsed.GetValue(symbols), cancellationToken);
            return Task.CompletedTask;
        });
        return command;
    }

    /// <summary>Keeps to its own thread: what follows a read of a socket runs on the one thread that reads all sockets.</summary>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "This thread waits on purpose; nothing that it waits for needs it.")]
    private static void Serve(int port, int count, int symbols, CancellationToken cancellationToken)
    {
        var tally = new FleetTally();
        var clients = new List<FleetClient>();
        while (Console.In.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "connect":
                    ConnectAsync(clients, tally, port, count, cancellationToken).Wait(cancellationToken);
                    break;
                case "subscribe":
                    SubscribeAsync(clients, symbols, cancellationToken).Wait(cancellationToken);
                    break;
                case "count":
                    tally.Count(long.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture));
                    break;
            }

            Console.WriteLine(words[0] == "report" ? JsonSerializer.Serialize(tally.Report()) : "done");
        }
    }

    private static async Task ConnectAsync(
        List<FleetClient> clients, FleetTally tally, int port, int count, CancellationToken cancellationToken)
    {
        while (clients.Count < count)
        {
            var client = new FleetClient(tally);
            await client.ConnectAsync(port, cancellationToken);
            clients.Add(client);
        }
    }

    private static async Task SubscribeAsync(List<FleetClient> clients, int symbols, CancellationToken cancellationToken)
    {
        foreach (var client in clients)
        {
            await client.SendAsync(FanoutPlan.Subscription(symbols), cancellationToken);
            _ = client.ReadAsync(cancellationToken);
        }
    }
}
