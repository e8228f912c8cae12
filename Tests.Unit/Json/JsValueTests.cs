using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Json;

public sealed class JsValueTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("[1, null, [2, \"a\"]]", "1,,2,a")]
    [InlineData("{\"a\": 1}", "[object Object]")]
    public void ToString_Value_IsJavaScriptsText(string json, string expected) => Assert.Equal(expected, JsonText.Parse(json).ToString());

    [Theory]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("\"0\"", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    public void IsTruthy_Value_FollowsJavaScript(string json, bool expected) => Assert.Equal(expected, JsonText.Parse(json).IsTruthy);

    [Fact]
    public void Default_Value_IsUndefined()
    {
        Assert.True(default(JsValue).IsUndefined);
        Assert.True(JsonText.Parse("{\"a\": 1}")["b"].IsUndefined);
        Assert.True(JsonText.Parse("5")["b"].IsUndefined);
    }

    [Fact]
    public void Equals_ObjectsInOtherOrder_AreEqual() =>
        Assert.Equal(JsonText.Parse("{\"a\": 1, \"b\": [2]}"), JsonText.Parse("{\"b\": [2.0], \"a\": 1}"));
}
