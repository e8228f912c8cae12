using System.CommandLine;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Tables;

/// <summary>What a large table and many selections of it cost.</summary>
internal static class TablesSuite
{
    private const int Rows = 100_000;
    private const int Clients = 1_000;
    private const int RowsOfClient = 10;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public static Command Command() => SuiteCommand.Create("tables", "A table of 100 000 rows x 10 columns: memory, many selections, reading all of it.", RunAsync);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAppAsync(
            ["--Tables:rows:Key:0=id", "--Ticks:Enabled=false"], environment: null, cancellationToken);
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        // Warms the path of a row and of a socket up, so that code and pools do not count.
        await PushAsync(http, 50_000, 100, cancellationToken);
        await OpenAsync(server, 20, cancellationToken);

        var empty = await StatsAsync(server, cancellationToken);
        await PushAsync(http, Rows, Rows, cancellationToken);
        var full = await StatsAsync(server, cancellationToken);
        var sockets = await OpenAsync(server, Clients, cancellationToken);
        var read = await StatsAsync(server, cancellationToken);

        var table = new Table("100 000 rows x 10 columns", "working set", "objects");
        table.Add("the table, MB", Figures.Fixed((full.WorkingSet - empty.WorkingSet) / Megabyte, 1), Figures.Fixed((full.Heap - empty.Heap) / Megabyte, 1));
        table.Add(
            $"each of {Clients} clients that want {RowsOfClient} rows, KB",
            Figures.Fixed((read.WorkingSet - full.WorkingSet) / 1024.0 / Clients, 1),
            Figures.Fixed((read.Heap - full.Heap) / 1024.0 / Clients, 1));
        report.Add(table);

        var times = new Table("the same table", "rows/s of a core", "all rows ms", "10 rows by id ms", "10 rows by a column ms");
        var (cpu, pushed) = (server.CpuSeconds, quick ? 200_000 : 1_000_000);
        await PushAsync(http, pushed, Rows, cancellationToken);
        cpu = server.CpuSeconds - cpu;
        var ids = string.Join(',', Enumerable.Range(500, RowsOfClient).Select(PushedRows.Id));
        times.Add(
            $"{Clients} selections of it",
            Figures.Whole(pushed / cpu),
            await ReadAsync(http, "rows", cancellationToken),
            await ReadAsync(http, $"rows?id={ids}", cancellationToken),
            await ReadAsync(http, "rows?bid_size=5&ask_size=7", cancellationToken));
        report.Add(times);
        sockets.ForEach(static socket => socket.Dispose());
    }

    private static async Task<List<TableSocket>> OpenAsync(ServerProcess server, int clients, CancellationToken cancellationToken)
    {
        var sockets = new List<TableSocket>();
        for (var i = 0; i < clients; i++)
        {
            var socket = new TableSocket();
            var wanted = string.Join(',', Enumerable.Range(0, RowsOfClient).Select(row => PushedRows.Id(i * 97 + row)));
            await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "rows_ws" }.Uri, $$"""{"id":"{{wanted}}"}""", cancellationToken);
            sockets.Add(socket);
        }

        return sockets;
    }

    private static async Task<ServerStats> StatsAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        return await server.StatsAsync(collect: true, cancellationToken);
    }

    private static async Task PushAsync(HttpClient http, int rows, int ids, CancellationToken cancellationToken)
    {
        using var body = new PushedRows(rows, ids);
        using var answer = await http.PostAsync(new Uri("/api/tables/rows/rows", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string> ReadAsync(HttpClient http, string path, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        return Figures.Fixed(Figures.Median(times), 1);
    }
}
