using LiveGridStudio.App.Studio.Messages;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.Tests.Unit.Studio.Messages;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1.50,{}],"c":[]}""", "{\n  \"a\": 1,\n  \"b\": [\n    1.50,\n    {}\n  ],\n  \"c\": []\n}")]
    [InlineData("""{"a,}":"x\"{,"}""", "{\n  \"a,}\": \"x\\\"{,\"\n}")]
    [InlineData("""{ "a" : 1 }""", "{\n  \"a\": 1\n}")]
    [InlineData("""[{"a":"cut off he""", "[\n  {\n    \"a\": \"cut off he")]
    [InlineData("]]", "]]")]
    [InlineData("not, json: at all", "not, json: at all")]
    [InlineData("{\n \"a\": 1 }", "{\n \"a\": 1 }")]
    [InlineData("", "")]
    public void JsonIndent_Text_BreaksIntoLines(string text, string expected) => Assert.Equal(expected, JsonIndent.Of(text));

    [Fact]
    public void JsonIndent_VeryDeepText_StaysShort() => Assert.InRange(JsonIndent.Of(new string('[', 4096)).Length, 4096, 4096 * 42);

    [Theory]
    [InlineData(FrameEffects.None, "empty", "quiet")]
    [InlineData(FrameEffects.Changed, "changed", "good")]
    [InlineData(FrameEffects.Changed | FrameEffects.Unchanged, "changed", "good")]
    [InlineData(FrameEffects.Changed | FrameEffects.IgnoredFields, "partly", "warn")]
    [InlineData(FrameEffects.Changed | FrameEffects.FrozenFields, "changed", "good")]
    [InlineData(FrameEffects.Unchanged | FrameEffects.FrozenFields, "ignored", "quiet")]
    [InlineData(FrameEffects.Appended, "appended", "good")]
    [InlineData(FrameEffects.Unchanged, "same", "quiet")]
    [InlineData(FrameEffects.Unchanged | FrameEffects.IgnoredFields, "ignored", "warn")]
    [InlineData(FrameEffects.UnknownRows, "unknown", "warn")]
    [InlineData(FrameEffects.NotRows, "no row", "warn")]
    [InlineData(FrameEffects.Lost, "unreadable", "bad")]
    [InlineData(FrameEffects.NotJson, "not JSON", "bad")]
    public void MessageBadge_Effects_AreOneWord(FrameEffects effects, string word, string tone) =>
        Assert.Equal(new MessageBadge(word, tone), MessageBadge.Of(effects));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(640.4, "640 ms")]
    [InlineData(1234, "1.2 s")]
    [InlineData(75_000, "75 s")]
    public void Age_Milliseconds_HaveTheUnitThatFits(double milliseconds, string expected) =>
        Assert.Equal(expected, StudioNumber.Age(milliseconds));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.25, "0.3")]
    [InlineData(16.44, "16.4")]
    [InlineData(1234.6, "1,235")]
    public void Short_Rate_HasOneDecimalAtMost(double value, string expected) => Assert.Equal(expected, StudioNumber.Short(value));

    [Fact]
    public void Bars_Values_StandOnTheBaseLine() =>
        Assert.Equal("M60 36v-18h45v18zM180 36v-36h45v36z", MinuteChartPath.Bars([0, 1, null, 2]));

    [Fact]
    public void Line_GapInTheValues_IsAGap() =>
        Assert.Equal("M0 36L60 18.5M180 1L240 1", MinuteChartPath.Line([0, 1, null, 2, 2]));

    [Fact]
    public void Paths_NoValues_AreEmpty() => Assert.Equal(("", ""), (MinuteChartPath.Bars([]), MinuteChartPath.Line([null])));
}
