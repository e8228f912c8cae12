using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class TickServiceTests : IDisposable
{
    private readonly TestMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task ExecuteAsync_TicksOfKnownAndUnknownSymbols_AreCounted()
    {
        var (sut, source, book, _) = Create();
        using var subscription = book.Subscribe(["A"]);
        await sut.StartAsync(CancellationToken.None);
        Assert.False(sut.IsFlowing);

        source.Publish("Z", 1);
        source.Publish("A", 7);
        Assert.True(await subscription.WaitAsync());
        await sut.StopAsync(CancellationToken.None);

        Assert.True(book.TryGet("A", out var quote));
        Assert.Equal(7, quote.Price);
        Assert.Equal((2L, 1L), (sut.Status.TickCount, sut.Status.UnknownSymbolCount));
        Assert.False(sut.Status.IsRunning);
    }

    [Fact]
    public async Task IsFlowing_NoTickForLong_IsFalse()
    {
        var (sut, source, book, clock) = Create();
        using var subscription = book.Subscribe(["A"]);
        await sut.StartAsync(CancellationToken.None);
        source.Publish("A", 7);
        await WaitForTicksAsync(sut, 1);
        Assert.True(sut.IsFlowing);

        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(sut.IsFlowing);

        await sut.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task ExecuteAsync_SourceFails_EndsAndSaysSo()
    {
        var (sut, source, _, _) = Create();
        await sut.StartAsync(CancellationToken.None);

        source.Fail(new InvalidOperationException("the exchange is closed"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => sut.ExecuteTask!);
        Assert.False(sut.Status.IsRunning);
    }

    private (TickService, ManualTickSource, QuoteBook, Microsoft.Extensions.Time.Testing.FakeTimeProvider) Create()
    {
        var clock = TestBook.Clock();
        var source = new ManualTickSource();
        var book = TestBook.Create("A");
        var settings = Options.Create(TestBook.Settings("A"));
        return (new TickService(source, book, settings, _meters.Factory, clock, NullLogger<TickService>.Instance), source, book, clock);
    }

    private static async Task WaitForTicksAsync(TickService service, long count)
    {
        while (service.Status.TickCount < count)
        {
            await Task.Yield();
        }
    }
}
