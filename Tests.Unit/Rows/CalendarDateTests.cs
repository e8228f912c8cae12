using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class CalendarDateTests
{
    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-1, "1969-12-31")]
    [InlineData(1781265600, "2026-06-12")]
    [InlineData(951782400, "2000-02-29")]
    [InlineData(1781265600.9, "2026-06-12")]
    [InlineData(8.64e12, "275760-09-13")]
    [InlineData(8.65e12, null)]
    [InlineData(double.NaN, null)]
    public void FromUnixSeconds_Time_GivesTheDay(double seconds, string? expected) =>
        Assert.Equal(expected, CalendarDate.FromUnixSeconds(seconds));

    [Theory]
    [InlineData("2024-01-02", "2024-01-02")]
    [InlineData("2024-13-45", "2025-02-14")]
    [InlineData("2024-02-30", "2024-03-01")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-00-10", "2023-12-10")]
    [InlineData("2024-01-00", "2023-12-31")]
    [InlineData("9999-99-99", "10007-06-07")]
    [InlineData("02.01.2024", "02.01.2024")]
    public void Normalise_SurplusMonthsAndDays_AreCountedOn(string text, string expected) =>
        Assert.Equal(expected, CalendarDate.Normalise(text));

    [Fact]
    public void FromUnixSeconds_PartOfAMillisecond_IsCutOffTowardsZero() =>
        Assert.Equal("1970-01-01", CalendarDate.FromUnixSeconds(-0.0002822580542261943));
}
