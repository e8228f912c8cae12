using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Support.Cluster;
using LiveGridStudio.Tests.Support.Servers;
using StackExchange.Redis;

namespace LiveGridStudio.Tests.Unit.Cluster;

/// <summary>Over the Redis-compatible server that comes with the tests.</summary>
public sealed class ReplicaOverGarnetTests : ReplicaTests
{
    private protected override Task<ITestRedis?> RedisAsync() => Task.FromResult<ITestRedis?>(new GarnetRedis());
}

/// <summary>Over a real Redis, where one is or may be installed.</summary>
public sealed class ReplicaOverRedisTests : ReplicaTests
{
    private protected override async Task<ITestRedis?> RedisAsync() => await ServerProgram.RedisAsync() is { } program ? new RedisProcess(program) : null;
}

/// <summary>Hosts that know different things of one table, and a Redis that has lost what they know.</summary>
public abstract class ReplicaTests : IAsyncLifetime
{
    private readonly List<ReplicaNode> _nodes = [];
    private ITestRedis? _server;
    private ConnectionMultiplexer? _redis;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisAsync();
        Assert.SkipWhen(_server is null, "There is no redis-server here, and it may not be installed.");
        await _server!.StartAsync();
        _redis = await ConnectionMultiplexer.ConnectAsync($"{_server.Address},allowAdmin=true");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Join_HostsThatKnowDifferentStatesOfARow_TheNewestStaysWhoeverJoinsFirst()
    {
        var (first, second) = await TwoAsync(Keyed());
        await first.WriteAsync("""{"id":"a","at":"old"}""", """{"id":"b","at":"old"}""");
        await SeeAsync(second, first.Rows);
        await first.CutOffAsync();
        await second.WriteAsync("""{"id":"a","at":"new"}""");
        await second.CutOffAsync();
        await LoseAllAsync();

        await first.JoinAsync();
        await first.WriteAsync("""{"id":"b","at":"newest"}""");
        await second.JoinAsync();

        const string Rows = """{"id":"a","at":"new"} {"id":"b","at":"newest"}""";
        await SeeAsync(first, Rows);
        await SeeAsync(second, Rows);
    }

    [Fact]
    public async Task Join_HostsThatKnowDifferentRowsOfATableThatAppends_AllEndWithAllInOneOrder()
    {
        var (first, second) = await TwoAsync(new TableOptions { Keep = 100 });
        await first.WriteAsync(Numbered(1, 3));
        await SeeAsync(second, first.Rows);
        await first.CutOffAsync();
        await second.WriteAsync(Numbered(4, 8));
        await second.CutOffAsync();
        await LoseAllAsync();

        await first.JoinAsync();
        await first.WriteAsync(Numbered(9, 10));
        await second.JoinAsync();
        await second.WriteAsync(Numbered(11, 12));

        var rows = string.Join(' ', Numbered(1, 12));
        await SeeAsync(first, rows);
        await SeeAsync(second, rows);
        await SeeAsync(await NodeAsync(new TableOptions { Keep = 100 }), rows);
    }

    [Fact]
    public async Task Join_ANewHostFirstAfterALoss_RowsOfTheOthersAreNotMistakenForItsOwn()
    {
        var old = await NodeAsync(new TableOptions { Keep = 100 });
        await old.WriteAsync(Numbered(1, 3));
        await old.CutOffAsync();
        await LoseAllAsync();

        var fresh = await NodeAsync(new TableOptions { Keep = 100 });
        await fresh.WriteAsync(Numbered(4, 6));
        await old.JoinAsync();

        var rows = string.Join(' ', Numbered(1, 6));
        await SeeAsync(old, rows);
        await SeeAsync(fresh, rows);
    }

    [Fact]
    public async Task Write_ManyAtOnceThroughTwoHosts_NobodyHasToReadAllRowsAgain()
    {
        var (first, second) = await TwoAsync(Keyed());

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await (writer % 2 == 0 ? first : second).WriteAsync($$"""{"id":"{{writer}}","n":{{i}}}""");
            }
        })));

        await Eventually.HoldsAsync(() => first.Replica.Applied == second.Replica.Applied);
        Assert.Equal((1, 1), (first.Reads, second.Reads));
    }

    [Fact]
    public async Task Announcement_OlderThanTheRowsThatWereRead_BringsNoRowBack()
    {
        var node = await NodeAsync(Keyed());
        await node.WriteAsync("""{"id":"a"}""");
        var added = node.Replica.Applied;
        await node.Writer.RemoveAsync(["a"], CancellationToken.None);

        await _redis!.GetSubscriber().PublishAsync(
            RedisChannel.Literal(node.Keys.Changes),
            $"{node.Replica.Incarnation}\u001d{added - 1}\u001d{added}\u001d+a\u001e{added}\u001f1\u001f\"a\"\u001e\"id\"\u001f\"a\"\u001e");
        await node.WriteAsync("""{"id":"b"}""");

        Assert.Equal("""{"id":"b"}""", node.Rows);
    }

    [Fact]
    public async Task Join_MoreRowsThanThisHostHasRoomFor_ItTakesWhatItCanAndSaysSo()
    {
        var large = await NodeAsync(Keyed());
        await large.WriteAsync([.. Enumerable.Range(0, 5000).Select(static i => $$"""{"id":{{i}}}""")]);

        var small = await NodeAsync(Keyed(maxRows: 10));

        Assert.Equal(10, small.Table.Count);
        Assert.Null(small.Replica.Stale);
        Assert.Contains("4990 are left out", small.Table.Source.LastProblem, StringComparison.Ordinal);
        await small.WriteAsync("""{"id":0,"n":1}""");
        Assert.Contains("""{"id":0,"n":1}""", small.Rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_Lowered_OldRowsLeaveRedisToo()
    {
        var before = await NodeAsync(new TableOptions { Keep = 20 });
        await before.WriteAsync(Numbered(1, 15));
        await before.CutOffAsync();

        var after = await NodeAsync(new TableOptions { Keep = 3 });
        await after.WriteAsync(Numbered(16, 17));

        Assert.Equal(string.Join(' ', Numbered(15, 17)), after.Rows);
        Assert.Equal(3, await _redis!.GetDatabase().HashLengthAsync(after.Keys.Rows));
    }

    [Fact]
    public async Task Write_PartialRowsThatMakeOneRowTooLong_AreRejected()
    {
        var node = await NodeAsync(Keyed());
        var changes = new List<TableChange>();
        for (var i = 0; i < 6; i++)
        {
            await node.Writer.WriteAsync([JsObject.Create(("id", "a"), ($"n{i}", new string('x', 60_000)))], changes, CancellationToken.None);
        }

        Assert.Equal(TableOutcome.Applied, changes[0].Outcome);
        Assert.Equal(TableChange.TooLong, changes[^1]);
    }

    [Fact]
    public async Task Lead_SourceThatHasEndedOnAnotherHost_BeginsNowhereAnew()
    {
        var (first, second) = await TwoAsync(Keyed());
        var runs = 0;
        var source = new DelegateSource((_, _) => Task.FromResult(Interlocked.Increment(ref runs)));

        await first.Lease().LeadAsync(source, first.Table.Source, CancellationToken.None);
        await second.Lease().LeadAsync(source, second.Table.Source, CancellationToken.None);
        await second.CutOffAsync();
        await LoseAllAsync();
        await second.JoinAsync();
        var third = await NodeAsync(Keyed());
        await third.Lease().LeadAsync(source, third.Table.Source, CancellationToken.None);

        Assert.Equal(1, runs);
    }

    private protected abstract Task<ITestRedis?> RedisAsync();

    private static TableOptions Keyed(int maxRows = 100_000) => new() { Key = { "id" }, MaxRows = maxRows };

    private static string[] Numbered(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(static i => $$"""{"n":{{i}}}""")];

    private static async Task SeeAsync(ReplicaNode node, string rows)
    {
        try
        {
            await Eventually.HoldsAsync(() => node.Rows == rows);
        }
        catch (TimeoutException)
        {
            Assert.Equal(rows, node.Rows);
        }
    }

    private Task<ReplicaNode> NodeAsync(TableOptions options)
    {
        var node = new ReplicaNode(_redis!, options);
        _nodes.Add(node);
        return node.JoinAsync();
    }

    private async Task<(ReplicaNode First, ReplicaNode Second)> TwoAsync(TableOptions options) => (await NodeAsync(options), await NodeAsync(options));

    private Task LoseAllAsync() => _redis!.GetServers()[0].FlushAllDatabasesAsync();
}
