using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Tests.Unit.Tables;

public sealed class WakeSignalTests
{
    [Fact]
    public async Task WaitAsync_WokenBefore_AnswersOnceForAllWakes()
    {
        var sut = new WakeSignal(wakesInline: true);
        sut.Wake();
        sut.Wake();

        Assert.True(await sut.WaitAsync(default));
        var second = sut.WaitAsync(default);
        Assert.False(second.IsCompleted);

        sut.Wake();
        Assert.True(await second);
    }

    [Fact]
    public async Task Wake_Inline_GoesOnWithTheReaderBeforeItReturns()
    {
        var sut = new WakeSignal(wakesInline: true);
        var reading = ReadAsync(sut);

        sut.Wake();
        sut.Wake();
        Assert.False(reading.IsCompleted);

        sut.End();
        Assert.True(reading.IsCompletedSuccessfully);
        Assert.Equal(2, await reading);
    }

    [Fact]
    public async Task Wake_NotInline_LeavesTheReaderToAnotherThread()
    {
        var sut = new WakeSignal(wakesInline: false);
        using var letGo = new SemaphoreSlim(0);
        var reading = Task.Run(async () =>
        {
            await sut.WaitAsync(default);
            await letGo.WaitAsync();
        });

        // If this call ran the reader, the reader would wait for something that comes only after it.
        sut.Wake();
        letGo.Release();
        await reading;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task End_Fault_IsThrownByThisWaitAndAllFurtherOnes(bool waitsBefore)
    {
        var sut = new WakeSignal(wakesInline: true);
        var waiting = waitsBefore ? sut.WaitAsync(default).AsTask() : null;

        sut.End(new InvalidOperationException("a bug"));
        sut.End();

        foreach (var wait in new[] { waiting ?? sut.WaitAsync(default).AsTask(), sut.WaitAsync(default).AsTask() })
        {
            Assert.Equal("a bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => wait)).Message);
        }
    }

    [Fact]
    public async Task End_FaultAfterANormalEnd_ChangesNothing()
    {
        var sut = new WakeSignal(wakesInline: true);

        sut.End();
        sut.End(new InvalidOperationException("too late"));

        Assert.False(await sut.WaitAsync(default));
    }

    [Fact]
    public async Task WaitAsync_Cancelled_ThrowsAndCanBeWaitedForAgain()
    {
        var sut = new WakeSignal(wakesInline: true);
        using var cancellation = new CancellationTokenSource();
        var waiting = sut.WaitAsync(cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await waiting);

        var next = sut.WaitAsync(default);
        sut.Wake();
        Assert.True(await next);
    }

    [Fact]
    public async Task WaitAsync_Ended_IsFalseEverAfter()
    {
        var sut = new WakeSignal(wakesInline: true);
        var waiting = sut.WaitAsync(default);

        sut.End();
        sut.Wake();

        Assert.False(await waiting);
        Assert.False(await sut.WaitAsync(default));
    }

    [Fact]
    public void WaitAsync_SecondReader_IsRefused()
    {
        var sut = new WakeSignal(wakesInline: true);
        _ = sut.WaitAsync(default).AsTask();

        Assert.Throws<InvalidOperationException>(() => { _ = sut.WaitAsync(default).AsTask(); });
    }

    [Fact]
    public async Task Wake_FromManyThreads_LosesNothing()
    {
        var sut = new WakeSignal(wakesInline: false);
        var written = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                Interlocked.Increment(ref written);
                sut.Wake();
            }
        })));

        // Hangs when a wake is lost between the check of the count and the wait.
        while (Volatile.Read(ref written) < 200_000)
        {
            await sut.WaitAsync(default);
        }

        await writing;
    }

    private static async Task<int> ReadAsync(WakeSignal signal)
    {
        var count = 0;
        while (await signal.WaitAsync(default))
        {
            count++;
        }

        return count;
    }
}
