using LiveGridStudio.App.Telemetry;

namespace LiveGridStudio.Tests.Unit.Telemetry;

public sealed class BucketCountsTests
{
    [Fact]
    public void Percentile_ValuesInOneBucket_LiesBetweenItsBounds()
    {
        var sut = Filled(15, 15, 15, 15);

        Assert.Equal(15, sut.Percentile(0.5));
        Assert.Equal(20, sut.Percentile(1));
    }

    [Fact]
    public void Percentile_OneSlowValue_ShowsAtTheTopAlone()
    {
        var sut = Filled([.. Enumerable.Repeat(5.0, 99), 25]);

        Assert.InRange(sut.Percentile(0.5)!.Value, 4, 6);
        Assert.InRange(sut.Percentile(0.995)!.Value, 20, 30);
    }

    [Fact]
    public void Percentile_AboveTheLastBound_IsThatBound() => Assert.Equal(30, Filled(1000).Percentile(0.5));

    [Fact]
    public void Percentile_NothingTaken_IsNull() => Assert.Null(Filled().Percentile(0.5));

    private static BucketCounts Filled(params double[] values)
    {
        var sut = new BucketCounts([10, 20, 30]);
        foreach (var value in values)
        {
            sut.Add(value);
        }

        sut.Turn();
        return sut;
    }
}
