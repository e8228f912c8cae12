using System.Globalization;
using LiveGridStudio.App.Hosting.MemoryRelease;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Hosting.MemoryRelease;

public sealed class MemoryReleaserTests : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan ReleaseAfter = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedMemory _memory = new() { InUse = 100 * Megabyte, WorkingSet = 110 * Megabyte };
    private MemoryReleaser? _sut;

    public void Dispose() => _sut?.Dispose();

    [Fact]
    public void Look_QuietAfterLoad_ReleasesOnceAndOnceMoreForThePool()
    {
        Start(ReleaseAfter);
        Pass(ReleaseAfter + ReleasePlan.PoolAge);
        var fromTheStart = _memory.Releases;
        Load(800 * Megabyte);

        // The first check sees the allocations of the load; the host is quiet after that.
        Pass(ReleaseAfter);
        Assert.Equal(fromTheStart, _memory.Releases);
        Pass(MemoryReleaser.Interval);
        Assert.Equal(fromTheStart + 1, _memory.Releases);
        Assert.Equal(_memory.InUse, _memory.WorkingSet);
        Pass(ReleasePlan.PoolAge);
        Assert.Equal(fromTheStart + 2, _memory.Releases);
        Pass(TimeSpan.FromHours(1));
        Assert.Equal(fromTheStart + 2, _memory.Releases);
    }

    [Fact]
    public void Look_AllocatingAllTheTime_LeavesItAlone()
    {
        Start(ReleaseAfter);
        for (var i = 0; i < 100; i++)
        {
            Load(800 * Megabyte);
            Pass(MemoryReleaser.Interval);
        }

        Assert.Equal(0, _memory.Releases);
    }

    [Fact]
    public void Look_WorkingAllTheTime_LeavesItAlone()
    {
        Start(ReleaseAfter);
        Load(800 * Megabyte);
        for (var i = 0; i < 100; i++)
        {
            _memory.Processor += 1.1 * ReleasePlan.QuietCores * MemoryReleaser.Interval;
            Pass(MemoryReleaser.Interval);
        }

        Assert.Equal(0, _memory.Releases);
    }

    [Fact]
    public void Look_QuietWithLittleGrowth_LeavesItAlone()
    {
        Start(ReleaseAfter);
        Pass(ReleaseAfter + ReleasePlan.PoolAge);
        var fromTheStart = _memory.Releases;

        _memory.WorkingSet += ReleasePlan.WorthBytes - 1;
        Pass(TimeSpan.FromHours(1));
        Assert.Equal(fromTheStart, _memory.Releases);
    }

    [Fact]
    public void Start_Zero_NeverReleases()
    {
        Start(TimeSpan.Zero);
        Load(800 * Megabyte);
        Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, _memory.Releases);
    }

    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("00:00:05", true)]
    [InlineData("01:00:00", true)]
    [InlineData("00:00:04", false)]
    [InlineData("01:00:01", false)]
    [InlineData("-00:00:01", false)]
    public void Validate_ReleaseAfter_HasARange(string value, bool isValid)
    {
        var options = new MemoryReleaseOptions { ReleaseAfter = TimeSpan.Parse(value, CultureInfo.InvariantCulture) };
        var result = new MemoryReleaseOptionsValidator().Validate(null, options);
        Assert.Equal(isValid, result.Succeeded);
        Assert.True(isValid || result.FailureMessage!.Contains("Memory:ReleaseAfter", StringComparison.Ordinal));
    }

    private void Start(TimeSpan releaseAfter)
    {
        _sut = new MemoryReleaser(
            Options.Create(new MemoryReleaseOptions { ReleaseAfter = releaseAfter }), _memory, _time, NullLogger<MemoryReleaser>.Instance);
        Assert.True(_sut.StartAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    private void Load(long bytes)
    {
        _memory.Allocated += bytes;
        _memory.WorkingSet = _memory.InUse + bytes;
    }

    /// <summary>Advances the time check by check; one large step would count as one check.</summary>
    private void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += MemoryReleaser.Interval)
        {
            _time.Advance(MemoryReleaser.Interval);
        }
    }
}
