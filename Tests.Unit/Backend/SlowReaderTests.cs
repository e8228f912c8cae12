using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class SlowReaderTests
{
    private const int SymbolCount = 400;
    private const int Rounds = 300;

    [Fact]
    public async Task Client_ThatReadsLate_GetsTheNewestAndSlowsNobody()
    {
        var symbols = Enumerable.Range(0, SymbolCount).Select(static i => $"S{i}").ToArray();
        (string, string)[] settings =
        [
            ("Backend:FlushInterval", "00:00:00"),
            .. symbols.Select(static (symbol, i) => ($"Ticks:Symbols:{i}:Symbol", symbol)),
            .. symbols.Select(static (_, i) => ($"Ticks:Symbols:{i}:Price", "100")),
        ];
        await using var host = new StudioFactory(settings);
        var subscription = $$$"""{"params":{"symbol":"{{{string.Join(',', symbols)}}}"}}""";
        using var slow = await SocketClient.ConnectAsync(host.Address);
        await slow.SendAsync(subscription);
        using var quick = await SocketClient.ConnectAsync(host.Address);
        await quick.SendAsync("""{"params":{"symbol":"S7"}}""");
        await Eventually.HoldsAsync(() => host.Book.Table.ReadersOf("symbol", "S7") == 2);

        // The slow client reads nothing, while the quick one must see each round end before the next begins.
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var symbol in symbols)
            {
                host.Book.Publish(symbol, 1000 + round);
            }

            while ((await quick.ReceiveAsync())["price"].Number != 1000 + round)
            {
                // An older value of the same symbol.
            }
        }

        var newest = new Dictionary<string, double>();
        var rows = 0;
        while (newest.Count < SymbolCount || newest.Values.Any(static price => price != 1000 + Rounds))
        {
            foreach (var row in await slow.ReceiveRowsAsync())
            {
                rows++;
                newest[row["symbol"].Text!] = row["price"].Number;
            }
        }

        Assert.InRange(rows, SymbolCount, SymbolCount * Rounds);
    }
}
