using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class SimulatedTickSourceTests
{
    [Fact]
    public async Task ReadAsync_SameSeed_GivesTheSameTicks()
    {
        var first = await CollectAsync(TestBook.Settings(), 200);
        var second = await CollectAsync(TestBook.Settings(), 200);
        var other = TestBook.Settings();
        other.Seed = 2;

        Assert.Equal(first, second);
        Assert.NotEqual(first, await CollectAsync(other, 200));
    }

    [Fact]
    public async Task ReadAsync_AnotherSymbolBesideIt_LeavesTheWalkAlone()
    {
        var alone = await CollectAsync(TestBook.Settings("A"), 20);
        var together = await CollectAsync(TestBook.Settings("B", "A"), 60);

        Assert.Equal(alone, together.Where(static tick => tick.Symbol == "A").Take(20));
    }

    [Fact]
    public async Task ReadAsync_EachTick_KeepsTheSettings()
    {
        var settings = TestBook.Settings("A");
        (settings.MaxStep, settings.Pull) = (3, 0);
        var ticks = await CollectAsync(settings, 500);

        var (price, volume) = (100.0, 1000L);
        var at = TestBook.Start;
        foreach (var tick in ticks)
        {
            Assert.InRange(Math.Abs(tick.Price - price), 0, 3.005);
            Assert.InRange(tick.Volume - volume, 100, 999);
            Assert.InRange(tick.ObservedAt - at, settings.MinInterval, settings.MaxInterval);
            Assert.Equal(Math.Round(tick.Price, 2), tick.Price);
            (price, volume, at) = (tick.Price, tick.Volume, tick.ObservedAt);
        }
    }

    [Fact]
    public void Next_HoursLater_IsStillNearTheFirstPrice()
    {
        var (pulled, free) = (Furthest(0.05), Furthest(0));

        // A uniform step of 10 either way and a pull of 0.05 spread the price by about 19 around the first one.
        Assert.InRange(pulled, 20, 110);
        Assert.True(free > 2 * pulled, $"without a pull {free}, with it {pulled}");

        static double Furthest(double pull)
        {
            var symbol = new SymbolOptions { Symbol = "A", Price = 1000 };
            var sut = new SimulatedWalk(symbol, new TickOptions { Pull = pull }, 7);
            return Enumerable.Range(0, 50_000).Max(_ => Math.Abs(sut.Next(default).Price - symbol.Price));
        }
    }

    [Fact]
    public async Task ReadAsync_StepFarBeyondThePrice_NeverReachesZero()
    {
        var settings = TestBook.Settings("A");
        settings.Symbols[0].Price = 0.5;
        settings.MaxStep = 1;

        Assert.All(await CollectAsync(settings, 2000), static tick => Assert.True(tick.Price > 0));
    }

    [Fact]
    public async Task ReadAsync_EqualBounds_AllTickTogetherInNoFixedOrder()
    {
        var settings = TestBook.Settings();
        settings.MinInterval = settings.MaxInterval = TimeSpan.FromSeconds(1);
        var rounds = (await CollectAsync(settings, 100)).Chunk(5).ToList();

        Assert.All(rounds, static round => Assert.Single(round.Select(static tick => tick.ObservedAt).Distinct()));
        Assert.All(rounds, static round => Assert.Equal(5, round.Select(static tick => tick.Symbol).Distinct().Count()));
        Assert.True(rounds.Select(static round => string.Concat(round.Select(static tick => tick.Symbol))).Distinct().Count() > 5);
    }

    private static async Task<List<Tick>> CollectAsync(TickOptions settings, int count)
    {
        var clock = TestBook.Clock();
        var ticks = new List<Tick>();
        var source = new SimulatedTickSource(Options.Create(settings), clock);
        await using var reader = source.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        while (ticks.Count < count)
        {
            var next = reader.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                clock.Advance(TimeSpan.FromMilliseconds(10));
                await Task.Yield();
            }

            await next;
            ticks.Add(reader.Current);
        }

        return ticks;
    }
}
