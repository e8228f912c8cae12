using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Tests.Unit.Tables.Sources;

public sealed class RetryDelayTests
{
    [Fact]
    public void After_AnyChance_GrowsToThirtySecondsWithinItsHalf()
    {
        var random = new Random(1);
        foreach (var (failures, seconds) in ((int, double)[])[(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (7, 30), (int.MaxValue, 30)])
        {
            var delays = Enumerable.Range(0, 200).Select(_ => RetryDelay.After(failures, random).TotalSeconds).ToList();

            Assert.All(delays, delay => Assert.InRange(delay, seconds / 2, seconds));
            Assert.True(delays.Distinct().Count() > 100);
        }
    }
}
