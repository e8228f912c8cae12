using System.Net;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Sources;

/// <summary>The samples of docs/samples/tables in the real host, against local servers that speak like those whose feeds they read.</summary>
public sealed class SampleContractTests : IAsyncLifetime
{
    private FaultyBackend _server = null!;

    public async ValueTask InitializeAsync() => _server = await FaultyBackend.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task TickerStream_SubscribesAndServesTheTickersWithoutTheAcknowledgements()
    {
        await using var host = Host("ticker-stream.json", "tickers", "ws");
        using var client = new HttpClient { BaseAddress = host.Address };
        using var feed = await _server.NextSocketAsync();
        var subscription = JsonText.Parse(await feed.ReceiveAsync());
        Assert.Equal("SUBSCRIBE", subscription["method"].Text);
        Assert.Equal("btcusdt@ticker", subscription["params"].List[0].Text);

        await feed.SendAsync("""{"result":null,"id":1}""");
        await feed.SendAsync(Ticker("BTCUSDT", "65012.10000000", 1));
        await feed.SendAsync("""{"e":"trade","s":"BTCUSDT","p":"1"}""");
        await feed.SendAsync(Ticker("ETHUSDT", "3001.00000000", 2));
        await Eventually.HoldsAsync(() => Table(host, "tickers").Count == 2);

        Assert.Equal(
            """[{"ask":65012.11,"bid":65012.09,"change":-12.5,"change_percent":-0.019,"price":65012.1,"symbol":"BTCUSDT","time":1,"volume":1234.5678}]""",
            await client.GetStringAsync("tickers?symbol=btcusdt"));
        await IsAsync(client, "running", "websocket", HttpStatusCode.OK);

        using var socket = await ConnectAsync(host, "tickers", """{"params": {"symbol": "BTCUSDT"}}""");
        await feed.SendAsync(Ticker("BTCUSDT", "65013.00000000", 3));
        Assert.Equal(65013, (await socket.ReceiveAsync())["price"].Number);
    }

    [Fact]
    public async Task TickerStream_LostAndBack_IsSaidAndTheRowsStay()
    {
        await using var host = Host("ticker-stream.json", "tickers", "ws");
        using var client = new HttpClient { BaseAddress = host.Address };
        using (var feed = await _server.NextSocketAsync())
        {
            await feed.SendAsync(Ticker("BTCUSDT", "65012.1", 1));
            await Eventually.HoldsAsync(() => Table(host, "tickers").Count == 1);
            _server.SocketStatus = 503;
            feed.Drop();
        }

        await Eventually.HoldsAsync(() => Table(host, "tickers").Source.Status.RetryAt is not null);
        await IsAsync(client, "retrying", "websocket", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("65012.1", await client.GetStringAsync("tickers"), StringComparison.Ordinal);

        _server.SocketStatus = null;
        using var again = await _server.NextSocketAsync();
        Assert.Contains("SUBSCRIBE", await again.ReceiveAsync(), StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => Table(host, "tickers").Source.IsHealthy);
        await IsAsync(client, "running", "websocket", HttpStatusCode.OK);
    }

    [Fact]
    public async Task Trades_OverlappingLists_AreAppendedOnceAndOldestFirst()
    {
        _server.Answer("/feed", $"[{Trade(2)},{Trade(1)}]");
        await using var host = Host("trades.json", "trades", "http", ("Tables:trades:Source:Every", "00:00:00.100"));
        using var client = new HttpClient { BaseAddress = host.Address };
        await Eventually.HoldsAsync(() => Table(host, "trades").Count == 2);
        using var socket = await ConnectAsync(host, "trades", """{"params": {}}""");

        _server.Answer("/feed", $"[{Trade(4)},{Trade(3)},{Trade(2)}]");

        var added = await NumbersAsync(socket, 2, "trade_id");
        Assert.Equal([3, 4], added);
        Assert.Equal(
            "[1,2,3,4]",
            JsonText.Stringify(JsValue.FromList([.. JsonText.Parse(await client.GetStringAsync("trades")).List.Select(static row => row["trade_id"])])));
        Assert.Equal(
            """{"price":65012.1,"side":"buy","size":0.00012345,"time":"2026-06-01T12:00:01.123456Z","trade_id":1}""",
            JsonText.Stringify(JsonText.Parse(await client.GetStringAsync("trades")).List[0]));
        await IsAsync(client, "running", "poll", HttpStatusCode.OK);
    }

    [Fact]
    public async Task QuotesRest_NestedPayload_BecomesOneRowAPair()
    {
        _server.Answer("/feed", Pairs("65012.10000"));
        await using var host = Host("quotes-rest.json", "pairs", "http", ("Tables:pairs:Source:Every", "00:00:00.100"));
        using var client = new HttpClient { BaseAddress = host.Address };
        await Eventually.HoldsAsync(() => Table(host, "pairs").Count == 2);
        Assert.Equal(
            """[{"ask":65013,"bid":65012,"open":64000,"pair":"XXBTZUSD","price":65012.1,"volume":2200.5}]""",
            await client.GetStringAsync("pairs?pair=XXBTZUSD"));

        using var socket = await ConnectAsync(host, "pairs", """{"params": {"pair": "XXBTZUSD"}}""");
        _server.Answer("/feed", Pairs("65020.50000"));
        Assert.Equal(65020.5, (await socket.ReceiveAsync())["price"].Number);

        _server.Answer("/feed", "<html>maintenance</html>", 502);
        await Eventually.HoldsAsync(() => Table(host, "pairs").Source.Status.RetryAt is not null);
        await IsAsync(client, "retrying", "poll", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("65020.5", await client.GetStringAsync("pairs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_IntoATableThatIsPolled_Is409()
    {
        _server.Answer("/feed", "[]");
        await using var host = Host("trades.json", "trades", "http");
        using var client = new HttpClient { BaseAddress = host.Address };

        using var answer = await client.PostAsync("api/tables/trades/rows", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private StudioFactory Host(string sample, string table, string scheme, params (string Key, string Value)[] more) => new(
    [
        ("settings", Path.Combine(Repository.Folder, "docs/samples/tables", sample)),
        ("Ticks:Enabled", "false"),
        ("Backend:FlushInterval", "00:00:00"),
        ($"Tables:{table}:Source:Url", new UriBuilder(new Uri(_server.Address, "/feed")) { Scheme = scheme }.Uri.ToString()),
        .. more,
    ]);

    private static LiveTable Table(StudioFactory host, string name) => host.Services.GetRequiredService<LiveTables>().Find(name)!.Table;

    private static async Task<SocketClient> ConnectAsync(StudioFactory host, string table, string message)
    {
        var client = await SocketClient.ConnectAsync(new Uri(host.Address, $"{table}_ws"));
        await client.SendAsync(message);
        await Eventually.HoldsAsync(() => Table(host, table).ReaderCount == 1);
        return client;
    }

    private static async Task<double[]> NumbersAsync(SocketClient socket, int count, string column)
    {
        var numbers = new List<double>();
        while (numbers.Count < count)
        {
            numbers.AddRange((await socket.ReceiveRowsAsync()).Select(row => row[column].Number));
        }

        return [.. numbers];
    }

    private static async Task IsAsync(HttpClient client, string state, string type, HttpStatusCode ready)
    {
        var table = Assert.Single(JsonText.Parse(await client.GetStringAsync("api/tables")).List);
        Assert.Equal((state, type), (table["state"].Text, table["source"].Text));
        using var health = await client.GetAsync("healthz/ready");
        Assert.Equal(ready, health.StatusCode);
    }

    private static string Ticker(string symbol, string price, int time) =>
        $$"""
        {"e":"24hrTicker","E":{{time}},"s":"{{symbol}}","p":"-12.50000000","P":"-0.019","w":"65000.1","x":"65024.6","c":"{{price}}","Q":"0.001",
         "b":"65012.09000000","B":"4.1","a":"65012.11000000","A":"2.2","o":"65024.6","h":"66000.0","l":"64000.0","v":"1234.56780000","q":"80000000.1",
         "O":0,"C":86400000,"F":0,"L":18150,"n":18151}
        """;

    private static string Trade(int id) =>
        $$"""{"trade_id":{{id}},"side":"buy","size":"0.00012345","price":"65012.10","time":"2026-06-01T12:00:0{{id}}.123456Z"}""";

    private static string Pairs(string price) =>
        $$$"""
        {"error":[],"result":{
          "XXBTZUSD":{"a":["65013.00000","1","1.000"],"b":["65012.00000","2","2.000"],"c":["{{{price}}}","0.00012345"],"v":["1100.1","2200.5"],
            "p":["64500.1","64400.2"],"t":[1,2],"l":["63000.0","62000.0"],"h":["66000.0","66100.0"],"o":"64000.00000"},
          "XETHZUSD":{"a":["3001.00","1","1.000"],"b":["3000.00","2","2.000"],"c":["3000.50","1.0"],"v":["1","2"],
            "p":["3000","3000"],"t":[1,2],"l":["2900","2900"],"h":["3100","3100"],"o":"2950.00"} }}
        """;
}
