using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Json;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("{\"a\": flase,\n \"b\": \"much more\"}", "'flase' is an invalid JSON literal")]
    [InlineData("{\"a\": nooooooooooooooooooooooooooooooooooooooooooooooooooooooo}", "...' is an invalid JSON literal")]
    public void TryParse_UnknownWord_IsNamedWithoutWhatFollows(string text, string reason)
    {
        Assert.False(JsonText.TryParse(text, out _, out var error));
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
        Assert.Equal(expected, JsonText.Stringify(JsonText.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("{} x")]
    [InlineData("{'a': 1}")]
    [InlineData("[1,]")]
    [InlineData("NaN")]
    public void TryParse_TextThatIsNotJson_SaysWhere(string text)
    {
        Assert.False(JsonText.TryParse(text, out _, out var error));
        Assert.True(error.Line >= 1 && error.Column >= 1);
        Assert.NotEmpty(error.Reason);
    }

    [Fact]
    public void TryParse_TooDeep_IsRefused() => Assert.False(JsonText.TryParse(new string('[', 100_000), out _, out _));

    /// <summary>Bytes, letters and UTF-16 units differ here.</summary>
    [Theory]
    [InlineData("{\n  \"äöü\": oops}", 2, 10)]
    [InlineData("\uFEFF[\n\n \"\U0001F600\", }]", 3, 8)]
    [InlineData("{\"a\": ", 1, 7)]
    public void TryParse_Broken_NamesTheColumnAsEditorsCount(string text, int line, int column)
    {
        Assert.False(JsonText.TryParse(text, out _, out var error));

        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void TryParse_MoreValuesThanAllowed_SaysWhereAndHowMany()
    {
        Assert.False(JsonText.TryParse("[1,\n 2, 3]"u8, new JsReadOptions { MaxValues = 3 }, out var value, out var error));
        Assert.True(value.IsUndefined);
        Assert.Equal((2L, 5L), (error.Line, error.Column));
        Assert.Contains("more than 3 values", error.Reason, StringComparison.Ordinal);
        Assert.True(JsonText.TryParse("[1,\n 2, 3]"u8, new JsReadOptions { MaxValues = 4 }, out _, out _));
    }

    [Fact]
    public void Parse_ListsLongerThanAPieceOfTheStack_KeepTheirOrder()
    {
        var inner = string.Join(',', Enumerable.Range(0, 5000));
        var text = $$"""[{"a":[{{inner}}],"b":[{{inner}}]},[{{inner}}],7]""";

        Assert.Equal(text, JsonText.Stringify(JsonText.Parse(text)));
    }

    [Theory]
    [InlineData("-0", "-0")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1234567890123456789", "1234567890123456800")]
    [InlineData("1e2", "100")]
    [InlineData("-12.5", "-12.5")]
    public void Parse_Number_IsJavaScripts(string text, string expected) =>
        Assert.Equal(expected, JsonText.Parse(text) is var value && value.Number == 0 && double.IsNegative(value.Number) ? "-0" : value.ToString());

    [Fact]
    public void JsValue_TakesTwoWords() => Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<JsValue>());
}
