using System.CommandLine;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Fleet;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;
using LiveGridStudio.Bench.Tables;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Bench.Cluster;

/// <summary>Three hosts on one Redis: how old ticks are on each, how fast pushes go through it, how long a takeover takes.</summary>
internal static class ClusterSuite
{
    private const int Hosts = 3;
    private const int Clients = 300;

    public static Command Command() => SuiteCommand.Create(
        "cluster", "Three hosts on one Redis: age of ticks, pushes, takeover. Needs redis-server.", RunAsync);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        report.Add(await AgesAsync(quick, cancellationToken));
        report.Add(await PushesAsync(quick ? 50_000 : 200_000, cancellationToken));
        report.Add(await TakeoversAsync(quick ? 2 : 7, cancellationToken));
    }

    private static async Task<Table> AgesAsync(bool quick, CancellationToken cancellationToken)
    {
        await using var redis = await BenchRedis.StartAsync(cancellationToken);
        var plan = new FanoutPlan(Clients, 5, 10, TimeSpan.FromSeconds(quick ? 2 : 5), TimeSpan.FromSeconds(quick ? 4 : 15));
        var servers = new List<ServerProcess>();
        var fleets = new List<FleetProcess>();
        try
        {
            for (var i = 0; i < Hosts; i++)
            {
                servers.Add(await ServerProcess.StartAppAsync(plan, [$"--Cluster:Redis={redis.Address}"], cancellationToken));
                fleets.Add(FleetProcess.Start(servers[i].Port, plan));
                await fleets[i].ConnectAsync(cancellationToken);
                await fleets[i].SubscribeAsync(cancellationToken);
            }

            // Only the host that runs the source takes ticks; the others are ready to.
            await Task.WhenAll(servers.Select(server => server.StartTicksAsync(cancellationToken)));
            await Task.Delay(plan.WarmUp, TimeProvider.System, cancellationToken);
            var cpu = servers.ConvertAll(static server => server.CpuSeconds);
            var (redisCpu, from) = (redis.CpuSeconds, MonotonicClock.Now);
            var until = from + (long)plan.Measured.TotalMicroseconds;
            await Task.WhenAll(fleets.Select(fleet => fleet.CountAsync(from, until, cancellationToken)));
            await Task.Delay(plan.Measured, TimeProvider.System, cancellationToken);
            var used = servers.Select((server, i) => server.CpuSeconds - cpu[i]).ToList();
            redisCpu = redis.CpuSeconds - redisCpu;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);

            var published = await Task.WhenAll(servers.Select(server => server.PublishedAsync(from, until, cancellationToken)));
            var table = new Table("3 x 300 clients x 5 symbols x 10 Hz", "of published", "age p50 ms", "p99", "most", "cores");
            for (var i = 0; i < Hosts; i++)
            {
                var fleet = await fleets[i].ReportAsync(cancellationToken);
                table.Add(
                    published[i] > 0 ? "host that runs the source" : "host that hears of it",
                    Figures.Percent(fleet.Rows / ((double)published.Sum() * Clients)),
                    Figures.Fixed(fleet.Ages[0], 1), Figures.Fixed(fleet.Ages[2], 1), Figures.Fixed(fleet.Ages[3], 1),
                    Figures.Fixed(used[i] / plan.Measured.TotalSeconds, 3));
            }

            table.Add("Redis", "-", "-", "-", "-", Figures.Fixed(redisCpu / plan.Measured.TotalSeconds, 3));
            return table;
        }
        finally
        {
            foreach (var process in fleets.Cast<IAsyncDisposable>().Concat(servers))
            {
                await process.DisposeAsync();
            }
        }
    }

    private static async Task<Table> PushesAsync(int rows, CancellationToken cancellationToken)
    {
        await using var redis = await BenchRedis.StartAsync(cancellationToken);
        await using var first = await StartAsync(redis, cancellationToken);
        await using var second = await StartAsync(redis, cancellationToken);
        await PushAsync(first, 20_000, cancellationToken);
        var (cpu, redisCpu, started) = (first.CpuSeconds, redis.CpuSeconds, TimeProvider.System.GetTimestamp());
        await PushAsync(first, rows, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var table = new Table("pushed through one host into Redis", "rows/s", "cores of the host", "of Redis");
        table.Add(
            $"{Figures.Whole(rows)} rows, 10 000 ids", Figures.Whole(rows / seconds), Figures.Fixed((first.CpuSeconds - cpu) / seconds, 2),
            Figures.Fixed((redis.CpuSeconds - redisCpu) / seconds, 2));
        return table;
    }

    /// <summary>From the kill of the host that runs the source to the first newer tick on another one.</summary>
    private static async Task<Table> TakeoversAsync(int rounds, CancellationToken cancellationToken)
    {
        await using var redis = await BenchRedis.StartAsync(cancellationToken);
        var servers = new List<ServerProcess>();
        var times = new List<double>();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                while (servers.Count < Hosts)
                {
                    servers.Add(await StartAsync(redis, cancellationToken));
                }

                var leader = await LeaderAsync(servers, cancellationToken);
                servers.Remove(leader);
                var volume = await VolumeAsync(servers[0], cancellationToken);
                leader.Kill();
                var started = TimeProvider.System.GetTimestamp();
                // Ticks that were on their way arrive at once; the next one is the new leader's.
                while (TimeProvider.System.GetElapsedTime(started).TotalMilliseconds < 100)
                {
                    volume = await VolumeAsync(servers[0], cancellationToken);
                }

                while (await VolumeAsync(servers[0], cancellationToken) == volume)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
                }

                times.Add(TimeProvider.System.GetElapsedTime(started).TotalSeconds);
                await leader.DisposeAsync();
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }

        var table = new Table("leader killed: ticks again after, s", "median", "least", "most", "rounds");
        table.Add("lease of 3 s", Figures.Fixed(Figures.Median(times), 1), Figures.Fixed(times.Min(), 1), Figures.Fixed(times.Max(), 1), Figures.Whole(rounds));
        return table;
    }

    private static Task<ServerProcess> StartAsync(BenchRedis redis, CancellationToken cancellationToken) => ServerProcess.StartAppAsync(
        [$"--Cluster:Redis={redis.Address}", "--Tables:rows:Key:0=id", "--Ticks:MinInterval=00:00:00.1", "--Ticks:MaxInterval=00:00:00.1"],
        environment: null,
        cancellationToken);

    private static async Task PushAsync(ServerProcess server, int rows, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        using var body = new PushedRows(rows, 10_000);
        using var answer = await http.PostAsync(new Uri("/api/tables/rows/rows", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<ServerProcess> LeaderAsync(List<ServerProcess> servers, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var server in servers)
            {
                if ((await AskAsync(server, "/api/tables", cancellationToken)).List.Any(
                    static table => table["name"].Text == "quotes" && table["state"].Text == "running"))
                {
                    return server;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<double> VolumeAsync(ServerProcess server, CancellationToken cancellationToken) =>
        (await AskAsync(server, "/live_grid_data?symbol=AAPL", cancellationToken)).List[0]["volume"].Number;

    private static async Task<JsValue> AskAsync(ServerProcess server, string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        return JsonText.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken));
    }
}
