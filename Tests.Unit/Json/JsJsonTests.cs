using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Json;

public sealed class JsJsonTests
{
    [Theory]
    [InlineData("{\"a\": flase,\n \"b\": \"much more\"}", "'flase' is an invalid JSON literal")]
    [InlineData("{\"a\": nooooooooooooooooooooooooooooooooooooooooooooooooooooooo}", "...' is an invalid JSON literal")]
    public void TryParse_UnknownWord_IsNamedWithoutWhatFollows(string text, string reason)
    {
        Assert.False(JsJson.TryParse(text, out _, out var error));
        Assert.Contains(reason, error!.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("much more", error.Reason, StringComparison.Ordinal);
        Assert.True(error.Reason.Length < 120, error.Reason);
    }

    [Theory]
    [InlineData("{\"b\":1,\"2\":2,\"a\":3,\"1\":4,\"01\":5}", "{\"1\":4,\"2\":2,\"b\":1,\"a\":3,\"01\":5}")]
    [InlineData("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}")]
    [InlineData("[1e400, -0, 1.50]", "[null,0,1.5]")]
    [InlineData("\"\\ud800 \\u00e9\\n\"", "\"\\ud800 é\\n\"")]
    [InlineData("\uFEFF[1]", "[1]")]
    public void Parse_ThenStringify_FollowsJavaScript(string text, string expected) =>
        Assert.Equal(expected, JsJson.Stringify(JsJson.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("{} x")]
    [InlineData("{'a': 1}")]
    [InlineData("[1,]")]
    [InlineData("NaN")]
    public void TryParse_TextThatIsNotJson_SaysWhere(string text)
    {
        Assert.False(JsJson.TryParse(text, out _, out var error));
        Assert.True(error.Line >= 1 && error.Column >= 1);
        Assert.NotEmpty(error.Reason);
    }

    [Fact]
    public void TryParse_TooDeep_IsRefused() => Assert.False(JsJson.TryParse(new string('[', 100_000), out _, out _));
}
