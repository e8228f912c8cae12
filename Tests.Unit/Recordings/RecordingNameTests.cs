using LiveGridStudio.App.Recordings;

namespace LiveGridStudio.Tests.Unit.Recordings;

public sealed class RecordingNameTests
{
    private static readonly DateTimeOffset Time = new(2026, 6, 1, 14, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("prices", 1, "prices-20260601-120000.jsonl")]
    [InlineData("prices", 2, "prices-20260601-120000-2.jsonl")]
    [InlineData("../a/b\\c:d é", 1, "___a_b_c_d__-20260601-120000.jsonl")]
    [InlineData("", 1, "widget-20260601-120000.jsonl")]
    public void Of_AnyKey_IsAValidName(string widgetId, int turn, string expected)
    {
        Assert.Equal(expected, RecordingName.Of(widgetId, Time, turn));
        Assert.True(RecordingName.IsValid(expected));
    }

    [Fact]
    public void Of_EndlessKey_IsCut() => Assert.Equal(
        new string('x', 60) + "-20260601-120000-12.jsonl", RecordingName.Of(new string('x', 100_000), Time, 12));

    [Fact]
    public void IsValid_EndlessName_IsNot() => Assert.False(RecordingName.IsValid(new string('x', 100_000) + ".jsonl"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".jsonl")]
    [InlineData("a.json")]
    [InlineData("a.JSONL")]
    [InlineData("a.jsonl\n")]
    [InlineData("../a.jsonl")]
    [InlineData("%2e%2e%2fa.jsonl")]
    [InlineData("..\\a.jsonl")]
    [InlineData("/etc/a.jsonl")]
    [InlineData("c:a.jsonl")]
    [InlineData("a.b.jsonl")]
    [InlineData("a b.jsonl")]
    [InlineData("a\0.jsonl")]
    [InlineData("é.jsonl")]
    public void IsValid_AnythingElse_IsNot(string? name) => Assert.False(RecordingName.IsValid(name));
}
