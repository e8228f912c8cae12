using System.Net;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Support.Cluster;
using LiveGridStudio.Tests.Support.Servers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Cluster;

/// <summary>Over the Redis-compatible server that comes with the tests.</summary>
public sealed class ClusterOverGarnetTests : ClusterTests
{
    private protected override Task<ITestRedis?> RedisAsync() => Task.FromResult<ITestRedis?>(new GarnetRedis());
}

/// <summary>Over a real Redis, where one is or may be installed.</summary>
public sealed class ClusterOverRedisTests : ClusterTests
{
    private protected override async Task<ITestRedis?> RedisAsync() => await ServerProgram.RedisAsync() is { } program ? new RedisProcess(program) : null;
}

/// <summary>Several hosts that share a Redis, each a real host with real clients.</summary>
public abstract class ClusterTests : IAsyncLifetime
{
    private ITestRedis? _redis;
    private readonly List<StudioFactory> _hosts = [];

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisAsync();
        Assert.SkipWhen(_redis is null, "There is no redis-server here, and it may not be installed.");
        await _redis!.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        if (_redis is { } redis)
        {
            await redis.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Push_PartialRowsThroughTwoHosts_AreMergedOnBoth()
    {
        var (first, second) = (await HostAsync(), await HostAsync());
        using var socket = await SocketClient.ConnectAsync(new Uri(second.Address, "orders_ws"));
        await socket.SendAsync("""{"params": {}}""");
        await Eventually.HoldsAsync(() => Table(second, "orders").ReaderCount == 1);

        Assert.Equal((1, 0, 0), await PushAsync(first, "orders", """{"id": "a", "price": 0.1, "size": 12345678901234567890}"""));
        Assert.Equal("""{"id":"a","price":0.1,"size":12345678901234567000}""", JsonText.Stringify(await socket.ReceiveAsync()));
        Assert.Equal((1, 0, 0), await PushAsync(second, "orders", """{"id": "a", "price": 2, "note": "a\u001eb\u001f<\"ü\ud83d\ude00"}"""));
        Assert.Equal((1, 1, 1), await PushAsync(first, "orders", """[{"id": "a", "price": 2}, {"id": "b", "list": [1, {"x": null}]}, {"price": 1}]"""));

        const string Rows = """[{"id":"a","price":2,"size":12345678901234567000,"note":"a\u001eb\u001f<\"ü😀"},{"id":"b","list":[1,{"x":null}]}]""";
        await SeeAsync(first, "orders", Rows);
        await SeeAsync(second, "orders", Rows);
        await SeeAsync(await HostAsync(), "orders", Rows);
    }

    [Fact]
    public async Task Push_RowsThatBreakARule_AreRejectedWithTheSameWordsAsOnOneHost()
    {
        var (clustered, alone) = (await HostAsync(), Alone());
        const string Rows = """
            [{"desk": "A-B", "id": "C"}, {"desk": "A", "id": "B-C"}, {"desk": "x"}, {"desk": "x", "id": null}, {"desk": "x", "id": 1}, {"desk": "x", "id": 2}, {"desk": "x", "id": 3}]
            """;

        Assert.Equal(await ProblemsAsync(alone, "composite", Rows), await ProblemsAsync(clustered, "composite", Rows));

        var wide = "[{\"id\": 1}, {\"id\": 1," + string.Join(',', Enumerable.Range(0, 1024).Select(static i => $"\"c{i}\": {i}")) + "}]";
        Assert.Contains("columns", await ProblemsAsync(clustered, "orders", wide), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_FromManyHostsAtOnce_AllEndWithTheSameRowsAndLoseNoField()
    {
        StudioFactory[] hosts = [await HostAsync(), await HostAsync(), await HostAsync()];

        await Task.WhenAll(hosts.SelectMany((host, number) => Enumerable.Range(0, 20).Select(async batch =>
        {
            var rows = string.Join('\n', Enumerable.Range(0, 10).Select(row => $$"""{"id": {{row}}, "f{{number}}_{{batch}}": {{batch}}}"""));
            await PushAsync(host, "orders", rows, "application/x-ndjson");
        })));

        await Eventually.HoldsAsync(() => hosts.All(host => Rows(host, "orders").Count == 10 && Rows(host, "orders").All(static row => row.Values.Count == 61)));
        Assert.Single(hosts.Select(host => string.Join('\n', Rows(host, "orders").Select(static row => Encoding.UTF8.GetString(row.Utf8.Span)))).Distinct());
    }

    [Fact]
    public async Task Push_IntoATableThatAppends_AllKeepTheSameNewestInOneOrder()
    {
        var (first, second) = (await HostAsync(), await HostAsync());

        for (var i = 0; i < 8; i++)
        {
            await PushAsync(i % 2 == 0 ? first : second, "trades", $$"""{"n": {{i}}}""");
        }

        const string Rows = """[{"n":3},{"n":4},{"n":5},{"n":6},{"n":7}]""";
        await SeeAsync(first, "trades", Rows);
        await SeeAsync(second, "trades", Rows);
        await SeeAsync(await HostAsync(), "trades", Rows);
    }

    [Fact]
    public async Task Delete_OnOneHost_IsGoneOnAllAndForLaterOnes()
    {
        var (first, second) = (await HostAsync(), await HostAsync());
        await PushAsync(first, "orders", """[{"id": "a"}, {"id": "b"}]""");
        await SeeAsync(second, "orders", """[{"id":"a"},{"id":"b"}]""");

        using var client = second.CreateClient();
        Assert.Equal("""{"removed":1}""", await (await client.DeleteAsync("api/tables/orders/rows?id=a")).Content.ReadAsStringAsync());
        Assert.Equal("""{"removed":0}""", await (await client.DeleteAsync("api/tables/orders/rows?id=a")).Content.ReadAsStringAsync());

        Assert.Equal("""[{"id":"b"}]""", await client.GetStringAsync("orders"));
        await SeeAsync(first, "orders", """[{"id":"b"}]""");
        await SeeAsync(await HostAsync(), "orders", """[{"id":"b"}]""");
    }

    [Fact]
    public async Task Redis_GoesAndComesBackEmpty_HostsGoOnSayItAndBringTheRowsBack()
    {
        var (first, second) = (await HostAsync(), await HostAsync());
        await PushAsync(first, "orders", """[{"id": "a", "price": 1}, {"id": "b"}]""");
        await PushAsync(first, "trades", """[{"n": 1}, {"n": 2}]""");
        await SeeAsync(second, "trades", """[{"n":1},{"n":2}]""");
        var version = Table(second, "orders").Version;

        await _redis!.StopAsync();
        using var client = second.CreateClient();
        await Eventually.AnswersAsync(async () => (await client.GetStringAsync("healthz/ready")).Contains("\"stale\":\"Redis is away\"", StringComparison.Ordinal));
        Assert.Equal("""[{"id":"a","price":1},{"id":"b"}]""", await client.GetStringAsync("orders"));
        using var refused = await client.PostAsync("api/tables/orders/rows", Json("""{"id": "c"}"""));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Contains("Redis is away", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await _redis.StartAsync();
        await Eventually.AnswersAsync(async () => !(await client.GetStringAsync("healthz/ready")).Contains("stale", StringComparison.Ordinal));
        await Eventually.AnswersAsync(async () => (await TryPushAsync(first, "orders", """{"id": "a", "size": 2}""")).StatusCode == HttpStatusCode.OK);
        await PushAsync(second, "trades", """{"n": 3}""");

        var third = await HostAsync();
        foreach (var host in (StudioFactory[])[first, second, third])
        {
            await SeeAsync(host, "orders", """[{"id":"a","price":1,"size":2},{"id":"b"}]""", inAnyOrder: true);
            await SeeAsync(host, "trades", """[{"n":1},{"n":2},{"n":3}]""");
        }

        Assert.True(Table(second, "orders").Version > version);
    }

    [Fact]
    public async Task Source_ManyHosts_RunsOnOneAndMovesToAnotherThatGoesOn()
    {
        (string, string)[] fast = [("Ticks:MinInterval", "00:00:00.010"), ("Ticks:MaxInterval", "00:00:00.010"), ("Ticks:MaxStep", "0.01"), ("Cluster:LeaseTime", "00:00:05")];
        var (first, second) = (await HostAsync(simulates: true, fast), await HostAsync(simulates: true, fast));
        await Eventually.HoldsAsync(() => States(first, second) is [SourceState.Running, SourceState.Standby] or [SourceState.Standby, SourceState.Running]);
        var (leader, other) = first.Book.Table.Source.Status.State == SourceState.Running ? (first, second) : (second, first);
        await Eventually.HoldsAsync(() => other.Book.Table.Version > 100);
        using var client = other.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("healthz/ready")).StatusCode);
        Assert.Contains("runs it", other.Book.Table.Source.Status.Reason, StringComparison.Ordinal);
        Assert.Equal(0, other.Book.Table.Source.RowCount);

        _hosts.Remove(leader);
        await leader.DisposeAsync();
        var volume = Volume(other);
        await Eventually.HoldsAsync(() => other.Book.Table.Source.Status.State == SourceState.Running && Volume(other) > volume);

        Assert.InRange(Volume(other) - volume, 100, 1_000_000);

        static long Volume(StudioFactory host) => host.Book.Table.TryGet("AAPL", out var row) ? (long)row.Values["volume"].Number : 0;
        static SourceState[] States(params StudioFactory[] hosts) => [.. hosts.Select(static host => host.Book.Table.Source.Status.State)];
    }

    [Fact]
    public async Task Writer_LeaseOfAnotherHost_WritesNothing()
    {
        var host = await HostAsync(settings: [("Cluster:LeaseTime", "00:00:01")]);
        var store = host.Services.GetRequiredService<ITableStore>();
        var (slept, wake) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var stop = new CancellationTokenSource();
        var source = new DelegateSource(async (writer, cancellationToken) =>
        {
            await writer.WriteAsync(JsObject.Create(("id", "a")), cancellationToken);
            slept.TrySetResult();
            await wake.Task;
            // The host slept: its lease was taken by another one meanwhile.
            await writer.WriteAsync(JsObject.Create(("id", "late")), CancellationToken.None);
        });
        var leading = store.LeadAsync(Table(host, "orders"), source, Table(host, "orders").Source, stop.Token);
        await slept.Task;
        using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(_redis!.Address);
        await redis.GetDatabase().StringSetAsync($"{Name}:{{orders}}:lease", "elsewhere:1:x");

        wake.SetResult();
        await Eventually.HoldsAsync(() => Table(host, "orders").Source.Status is { State: SourceState.Standby, Reason: "elsewhere runs it" });

        Assert.Equal(["a"], Rows(host, "orders").Select(static row => row.Id));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leading);
    }

    /// <summary>What a page of one host has signed, another one must be able to read, also when they lie in different folders.</summary>
    [Fact]
    public async Task Keys_OfPages_AreTheSameOnAllHosts()
    {
        var (first, second) = (await HostAsync(), await HostAsync(settings: [("contentRoot", Path.Combine(Repository.Folder, "App", "Studio"))]));

        var signed = Protector(first).Protect("a page");

        Assert.Equal("a page", Protector(second).Unprotect(signed));
    }

    [Fact]
    public async Task Host_ThatStartsWithoutRedis_ServesPagesAndHandsItsKeyOverLater()
    {
        await _redis!.StopAsync();
        var host = new StudioFactory(simulates: false, [.. Tables, ("Cluster:Redis", _redis.Address), ("Cluster:Name", Name)]);
        _hosts.Add(host);
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("")).StatusCode);
        Assert.Contains("\"stale\":\"Redis is away\"", await (await client.GetAsync("healthz/ready")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var signed = Protector(host).Protect("a page");

        await _redis.StartAsync();
        await Eventually.HoldsAsync(() => host.Services.GetRequiredService<ITableStore>().Stale is null);
        using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(_redis.Address);
        await Eventually.AnswersAsync(async () => await redis.GetDatabase().ListLengthAsync($"{Name}:keys") > 0);

        Assert.Equal("a page", Protector(await HostAsync()).Unprotect(signed));
    }

    /// <summary>Any order of partial rows through any host, with slow hosts between, ends as the same rows one after another in one process.</summary>
    [Fact]
    public async Task Push_AnyPartialRowsThroughAnyHost_EndAsASequentialMerge()
    {
        StudioFactory[] hosts = [await HostAsync(), await HostAsync()];
        var expected = new LiveTable("expected", new TableOptions { Key = { "id" } }, TimeProvider.System);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var row = JsObject.Create(
                ("id", random.Next(12)), ($"c{random.Next(5)}", random.Next(3) switch { 0 => "text", 1 => random.Next(4), _ => JsValue.Null }));
            var outcome = expected.Write(row).Outcome;

            var (applied, unchanged, _) = await PushAsync(hosts[random.Next(2)], "orders", JsonText.Stringify(row));

            Assert.Equal(outcome, applied == 1 ? TableOutcome.Applied : unchanged == 1 ? TableOutcome.Unchanged : TableOutcome.Rejected);
        }

        var rows = $"[{string.Join(',', expected.Snapshot(TableSelection.All).Select(static row => Encoding.UTF8.GetString(row.Utf8.Span)))}]";
        await SeeAsync(hosts[0], "orders", rows);
        await SeeAsync(hosts[1], "orders", rows);
    }

    private const string Name = "test";

    private static IDataProtector Protector(StudioFactory host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("pages");

    private protected abstract Task<ITestRedis?> RedisAsync();

    private static LiveTable Table(StudioFactory host, string name) => host.Services.GetRequiredService<LiveTables>().Find(name)!.Table;

    private static IReadOnlyList<TableRow> Rows(StudioFactory host, string table) => Table(host, table).Snapshot(TableSelection.All);

    private static StringContent Json(string body, string type = "application/json") => new(body, Encoding.UTF8, type);

    private static async Task<HttpResponseMessage> TryPushAsync(StudioFactory host, string table, string rows, string type = "application/json")
    {
        using var client = host.CreateClient();
        return await client.PostAsync($"api/tables/{table}/rows", Json(rows, type));
    }

    private static async Task<(int Applied, int Unchanged, int Rejected)> PushAsync(StudioFactory host, string table, string rows, string type = "application/json")
    {
        using var answer = await TryPushAsync(host, table, rows, type);
        var counts = JsonText.Parse(await answer.Content.ReadAsStringAsync());
        return ((int)counts["applied"].Number, (int)counts["unchanged"].Number, (int)counts["rejected"].Number);
    }

    private static async Task<string> ProblemsAsync(StudioFactory host, string table, string rows)
    {
        using var answer = await TryPushAsync(host, table, rows);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task SeeAsync(StudioFactory host, string table, string rows, bool inAnyOrder = false)
    {
        using var client = host.CreateClient();
        var seen = "";
        try
        {
            await Eventually.AnswersAsync(async () => Ordered(seen = await client.GetStringAsync(table)) == Ordered(rows));
        }
        catch (TimeoutException)
        {
            Assert.Equal(rows, seen);
        }

        string Ordered(string text) => inAnyOrder
            ? string.Join('\n', JsonText.Parse(text).List.Select(static row => JsonText.Stringify(row)).Order(StringComparer.Ordinal))
            : text;
    }

    private static (string Key, string Value)[] Tables =>
    [
        ("Backend:FlushInterval", "00:00:00"),
        ("Tables:orders:Key:0", "id"),
        ("Tables:trades:Keep", "5"),
        ("Tables:composite:Key:0", "desk"),
        ("Tables:composite:Key:1", "id"),
        ("Tables:composite:MaxRows", "3"),
    ];

    private StudioFactory Alone()
    {
        var host = new StudioFactory(simulates: false, Tables);
        _hosts.Add(host);
        return host;
    }

    private async Task<StudioFactory> HostAsync(bool simulates = false, params (string Key, string Value)[] settings)
    {
        var host = new StudioFactory(simulates, [.. Tables, ("Cluster:Redis", _redis!.Address), ("Cluster:Name", Name), ("Ticks:Enabled", simulates ? "true" : "false"), .. settings]);
        _hosts.Add(host);
        _ = host.Address;
        await Eventually.HoldsAsync(() => host.Services.GetRequiredService<ITableStore>().Stale is null);
        return host;
    }
}
