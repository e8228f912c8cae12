using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Catalog.Files;

public sealed class DiskCallsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task RunAsync_DiskIsSilent_GivesUpAndStartsNoOtherUntilItAnswers()
    {
        var sut = new DiskCalls(_clock);
        using var answer = new ManualResetEventSlim();
        var started = 0;
        var hanging = sut.RunAsync(() =>
        {
            Interlocked.Increment(ref started);
            answer.Wait();
            return 1;
        });

        // The thread of the call may take a while to start.
        await Eventually.HoldsAsync(() => Volatile.Read(ref started) == 1);
        _clock.Advance(DiskCalls.Limit - TimeSpan.FromTicks(1));
        Assert.False(hanging.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));
        var exception = await Assert.ThrowsAsync<DiskSilentException>(() => hanging);
        Assert.Equal("it did not answer within 5 s.", exception.Message);
        for (var i = 0; i < 100; i++)
        {
            await Assert.ThrowsAsync<DiskSilentException>(() => sut.RunAsync(() => Interlocked.Increment(ref started)));
        }

        Assert.Equal(1, started);
        answer.Set();
        while (await TryAsync(sut) is not 2)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task RunAsync_Fault_IsTheCallers() =>
        Assert.Equal("no", (await Assert.ThrowsAsync<IOException>(() => new DiskCalls(_clock).RunAsync<int>(static () => throw new IOException("no")))).Message);

    private static async Task<int?> TryAsync(DiskCalls sut)
    {
        try
        {
            return await sut.RunAsync(static () => 2);
        }
        catch (DiskSilentException)
        {
            return null;
        }
    }
}
