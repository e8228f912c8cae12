using System.Net;
using System.Net.WebSockets;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveGridStudio.Tests.Unit.Backend;

/// <summary>The WebSocket half of the contract: real sockets to the real host; tests publish the ticks, and each is sent at once.</summary>
public sealed class RowSocketTests(PlainHost shared)
{
    private static readonly (string, string) AtOnce = ("Backend:FlushInterval", "00:00:00");

    [Theory]
    [InlineData("""{"params":{"symbol":"TSLA,aapl"}}""")]
    [InlineData("""{"type":"params","params":{"symbol":["TSLA","AAPL"]}}""")]
    public async Task Subscription_TextOrList_SendsItsRowsAlone(string subscription)
    {
        await using var host = new StudioFactory(AtOnce);
        using var client = await SubscribeAsync(host, subscription, 1);

        host.Ticks.Publish("MSFT", 351);
        host.Ticks.Publish("TSLA", 246.5, 300);

        var row = await client.ReceiveAsync();
        Assert.Equal(
            """{"symbol":"TSLA","price":246.5,"change":6.5,"change_percent":0.027083333333333334,"volume":1500300}""",
            JsonText.Stringify(row));
    }

    [Fact]
    public async Task Subscription_Second_ReplacesTheFirst()
    {
        await using var host = new StudioFactory(AtOnce);
        using var client = await SubscribeAsync(host, """{"params":{"symbol":"TSLA"}}""", 1);
        await client.SendAsync("""{"params":{"symbol":"AAPL"}}""");
        await Eventually.HoldsAsync(() => Subscribed(host, "AAPL") && !Subscribed(host, "TSLA"));

        host.Ticks.Publish("TSLA", 200);
        host.Ticks.Publish("AAPL", 151);

        Assert.Equal("AAPL", (await client.ReceiveAsync())["symbol"].Text);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"params":{"symbol":""}}""")]
    [InlineData("""{"params":{"symbol":[]}}""")]
    [InlineData("""{"params":{"symbol":7}}""")]
    [InlineData("""{"type":"params"}""")]
    public async Task Message_ThatIsNoSubscription_LeavesTheSubscriptionAlone(string message)
    {
        await using var host = new StudioFactory(AtOnce);
        using var client = await SubscribeAsync(host, """{"params":{"symbol":"TSLA"}}""", 1);

        await client.SendAsync(message);
        // Later messages on the same socket are read after it.
        await client.SendAsync("""{"params":{"symbol":"TSLA,AAPL"}}""");
        await Eventually.HoldsAsync(() => Subscribed(host, "AAPL"));
        host.Ticks.Publish("TSLA", 200);

        Assert.Equal(200, (await client.ReceiveAsync())["price"].Number);
    }

    [Fact]
    public async Task Subscription_UnknownSymbolsAmongKnown_SubscribesTheKnown()
    {
        await using var host = new StudioFactory(AtOnce);
        using var client = await SubscribeAsync(host, """{"params":{"symbol":"NOPE,AAPL"}}""", 1);

        host.Ticks.Publish("AAPL", 151);

        Assert.Equal("AAPL", (await client.ReceiveAsync())["symbol"].Text);
    }

    [Fact]
    public async Task Rows_SeveralPending_ComeAsOneList()
    {
        await using var host = new StudioFactory(("Backend:FlushInterval", "00:00:00.200"));
        using var client = await SubscribeAsync(host, """{"params":{"symbol":"AAPL,TSLA,MSFT"}}""", 1);

        var prices = new Dictionary<string, double> { ["AAPL"] = 151, ["TSLA"] = 251, ["MSFT"] = 351 };
        foreach (var (symbol, price) in prices)
        {
            host.Book.Publish(symbol, price - 1);
            host.Book.Publish(symbol, price);
        }

        var seen = new Dictionary<string, double>();
        var frames = 0;
        while (seen.Count < 3 || seen.Any(pair => prices[pair.Key] != pair.Value))
        {
            frames++;
            foreach (var row in await client.ReceiveRowsAsync())
            {
                seen[row["symbol"].Text!] = row["price"].Number;
            }
        }

        // The flush clock may fire once in between, never more often.
        Assert.InRange(frames, 1, 2);
    }

    [Fact]
    public async Task Message_OverTheLimit_ClosesWith1009()
    {
        await using var host = new StudioFactory(("Backend:MaxMessageBytes", "1000"));
        using var client = await SocketClient.ConnectAsync(host.Address);

        await client.SendAsync(new string('x', 1001));

        Assert.True((await client.ReceiveAsync()).IsUndefined);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, client.CloseStatus);
    }

    [Fact]
    public async Task Message_OfExactlyTheLimit_IsRead()
    {
        await using var host = new StudioFactory(AtOnce, ("Backend:MaxMessageBytes", "1000"));
        using var client = await SocketClient.ConnectAsync(host.Address);

        await client.SendAsync("""{"params":{"symbol":"AAPL"}}""".PadRight(1000));
        await Eventually.HoldsAsync(() => Subscribed(host, "AAPL"));
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://pro.openbb.co", true)]
    public async Task Connect_Origin_IsCheckedAgainstTheList(string origin, bool isAllowed)
    {
        var host = shared.Factory;
        if (isAllowed)
        {
            using var client = await SocketClient.ConnectAsync(host.Address, origin);
            return;
        }

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => SocketClient.ConnectAsync(host.Address, origin));
        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
    }

    [Fact]
    public async Task Connect_OwnOrigin_IsAllowed()
    {
        var host = shared.Factory;
        using var client = await SocketClient.ConnectAsync(host.Address, host.Address.GetLeftPart(UriPartial.Authority));

        var otherScheme = await Assert.ThrowsAsync<HttpRequestException>(
            () => SocketClient.ConnectAsync(host.Address, $"https://{host.Address.Authority}"));
        Assert.Equal(HttpStatusCode.Forbidden, otherScheme.StatusCode);
    }

    [Fact]
    public async Task Client_Closes_LeavesNoSubscriptionBehind()
    {
        await using var host = new StudioFactory(AtOnce);
        using var client = await SubscribeAsync(host, """{"params":{"symbol":"AAPL"}}""", 1);

        await client.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        await Eventually.HoldsAsync(() => host.Book.Table.ReaderCount == 0);

        using (await SubscribeAsync(host, """{"params":{"symbol":"AAPL"}}""", 1))
        {
            // Disconnected without a close frame.
        }

        await Eventually.HoldsAsync(() => host.Book.Table.ReaderCount == 0);
    }

    [Fact]
    public async Task Shutdown_OpenSocket_ClosesWith1001()
    {
        await using var host = new StudioFactory();
        using var client = await SocketClient.ConnectAsync(host.Address);
        var last = client.ReceiveAsync();

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.True((await last).IsUndefined);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.CloseStatus);
        await client.CloseAsync();
    }

    private static async Task<SocketClient> SubscribeAsync(StudioFactory host, string message, int count)
    {
        var client = await SocketClient.ConnectAsync(host.Address);
        await client.SendAsync(message);
        await Eventually.HoldsAsync(() => host.Book.Table.ReaderCount >= count);
        return client;
    }

    private static bool Subscribed(StudioFactory host, string symbol) => host.Book.Table.ReadersOf("symbol", symbol) > 0;
}
