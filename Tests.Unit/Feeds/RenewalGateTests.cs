using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.Tests.Unit.Feeds;

public sealed class RenewalGateTests
{
    [Fact]
    public void TryEnter_ManyThreadsAtOnce_LetsOneThrough()
    {
        const int Threads = 4;
        const int Rounds = 2000;
        var sut = new RenewalGate();
        var entered = new int[Rounds];
        using var barrier = new Barrier(Threads, _ => sut.Leave());
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                Interlocked.Add(ref entered[round], sut.TryEnter(1) ? 1 : 0);
                barrier.SignalAndWait();
            }
        })).ToList();

        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        Assert.All(entered, static count => Assert.Equal(1, count));
    }

    [Fact]
    public void Holds_UnderWay_IsTrueForItsOpeningAlone()
    {
        var sut = new RenewalGate();

        Assert.True(sut.TryEnter(2));

        Assert.False(sut.TryEnter(3));
        Assert.Equal((true, false), (sut.Holds(2), sut.Holds(3)));
        sut.Leave();
        Assert.False(sut.Holds(2));
    }
}
