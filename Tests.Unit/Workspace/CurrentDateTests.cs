using LiveGridStudio.Shared.Workspace;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class CurrentDateTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 31, 1, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("$currentDate", "2024-03-31")]
    [InlineData(" $currentDate ", "2024-03-31")]
    [InlineData("$currentDate-1d", "2024-03-30")]
    [InlineData("$currentDate+1d", "2024-04-01")]
    [InlineData("$currentDate-1w", "2024-03-24")]
    [InlineData("$currentDate-1M", "2024-02-29")]
    [InlineData("$currentDate-13M", "2023-02-28")]
    [InlineData("$currentDate-1y", "2023-03-31")]
    [InlineData("$currentDate-0d", "2024-03-31")]
    [InlineData("$currentDate-2h", "2024-03-30")]
    [InlineData("$currentDate+24h", "2024-04-01")]
    public void Resolve_Form_IsADay(string text, string expected) => Assert.Equal(expected, CurrentDate.Resolve(text, _clock));

    [Theory]
    [InlineData("")]
    [InlineData("2024-01-02")]
    [InlineData("$currentdate")]
    [InlineData("$currentDate-")]
    [InlineData("$currentDate-d")]
    [InlineData("$currentDate--1d")]
    [InlineData("$currentDate-1")]
    [InlineData("$currentDate-1m")]
    [InlineData("$currentDate-1D")]
    [InlineData("$currentDate1d")]
    [InlineData("$currentDate-1d-1d")]
    [InlineData("$currentDate-99999999999d")]
    [InlineData("$currentDate-9999y")]
    [InlineData("$currentDate+2000000000w")]
    [InlineData("$currentDateX")]
    public void Resolve_AnythingElse_IsNothing(string text) => Assert.Null(CurrentDate.Resolve(text, _clock));

    [Fact]
    public void Resolve_OtherTimeZone_TakesItsCalendar()
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-5), "west", "west"));

        Assert.Equal("2024-03-30", CurrentDate.Resolve("$currentDate", _clock));
    }
}
