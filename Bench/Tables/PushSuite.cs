using System.CommandLine;
using HdrHistogram;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Tables;

/// <summary>Rows pushed over one connection into a table of 10 000 rows, while clients read some of it.</summary>
internal static class PushSuite
{
    private const int Ids = 10_000;
    private const int RowsOfClient = 10;

    public static Command Command() => SuiteCommand.Create("push", "Rows pushed into a live table: rows per second of a core, and how old they are when clients get them.", RunAsync);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var table = new Table("clients x rows wanted", "offered rows/s", "rows/s", "rows/s of a core", "age p50 ms", "p99", "most");
        (int Clients, int? Pace)[] loads = [(0, null), (100, null), (100, 20_000), (1000, 20_000)];
        foreach (var (clients, pace) in loads)
        {
            await using var server = await ServerProcess.StartAppAsync(
                ["--Tables:rows:Key:0=id", "--Ticks:Enabled=false"], environment: null, cancellationToken);
            await AddAsync(table, server, clients, pace, (quick ? 1 : 4) * (pace * 5 ?? 500_000), cancellationToken);
        }

        report.Add(table);
        report.Add(
            "A row's age counts from its making in the sender to its arrival at a client. Where as many rows are offered as are taken, it is mostly the "
            + "time that rows wait in the buffers between sender and host.");
    }

    private static async Task AddAsync(Table table, ServerProcess server, int clients, int? pace, int rows, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        // Fills the table, and warms the path of a row up.
        await PushAsync(http, 100_000, pace: null, cancellationToken);

        var ages = new LongConcurrentHistogram(1, 60_000_000, 3);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sockets = new List<TableSocket>();
        var reading = new List<Task>();
        for (var i = 0; i < clients; i++)
        {
            var socket = new TableSocket();
            var wanted = string.Join(',', Enumerable.Range(0, RowsOfClient).Select(row => PushedRows.Id(((i * RowsOfClient) + row) % Ids)));
            await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "rows_ws" }.Uri, $$"""{"id":"{{wanted}}"}""", cancellationToken);
            sockets.Add(socket);
            reading.Add(socket.ReadAsync(ages, stop.Token));
        }

        var (cpu, started) = (server.CpuSeconds, TimeProvider.System.GetTimestamp());
        await PushAsync(http, rows, pace, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        cpu = server.CpuSeconds - cpu;
        await stop.CancelAsync();
        await Task.WhenAll(reading).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        sockets.ForEach(static socket => socket.Dispose());

        table.Add(
            $"{clients} x {RowsOfClient}", pace is { } offered ? Figures.Whole(offered) : "as taken", Figures.Whole(rows / seconds), Figures.Whole(rows / cpu),
            Age(ages, 50), Age(ages, 99), Age(ages, 100));
    }

    private static async Task PushAsync(HttpClient http, int rows, int? pace, CancellationToken cancellationToken)
    {
        using var body = new PushedRows(rows, Ids, pace);
        using var answer = await http.PostAsync(new Uri("/api/tables/rows/rows", UriKind.Relative), body, cancellationToken);
        var said = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!said.StartsWith($$"""{"applied":{{rows}},""", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The host did not take all rows: {said}");
        }
    }

    private static string Age(LongConcurrentHistogram ages, double percentile) =>
        ages.TotalCount == 0 ? "-" : Figures.Fixed(ages.GetValueAtPercentile(percentile) / 1000.0, 1);
}
