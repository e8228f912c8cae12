using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class RowIdTests
{
    [Theory]
    [InlineData("""{"a": "X", "b": 1.5}""", "X-1.5")]
    [InlineData("""{"a": null, "b": true}""", "-true")]
    [InlineData("""{"b": {"c": 1}}""", "-[object Object]")]
    [InlineData("5", "-")]
    public void Of_TwoColumns_JoinsTheirTexts(string row, string expected) =>
        Assert.Equal(expected, RowId.Of(JsonText.Parse(row), ["a", "b"]).Text);

    [Fact]
    public void Of_NoColumns_IsEmpty() => Assert.Equal("", RowId.Of(JsonText.Parse("{}"), []).Text);
}
