using System.Text;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Tests.Unit.Json.Text;

public sealed class JsonTextDocumentTests
{
    private const string Text = "{\r\n  \"é😀\": [1, {\"a\": true}],\n\t\"b\": {\n  }, \"a\": 1, \"a\": 2 }";

    [Theory]
    [InlineData("", 1, 1, 1, 2)]
    [InlineData("é😀", 2, 3, 2, 26)]
    [InlineData("é😀/0", 2, 11, 2, 12)]
    [InlineData("é😀/1/a", 2, 15, 2, 24)]
    [InlineData("é😀/7", 2, 3, 2, 8)]
    [InlineData("b", 3, 2, 3, 5)]
    [InlineData("b/c", 3, 2, 3, 5)]
    [InlineData("a", 4, 14, 4, 20)]
    [InlineData("x/y", 1, 1, 1, 2)]
    public void Find_Path_IsItsPlace(string path, int line, int column, int endLine, int endColumn)
    {
        string[] steps = path.Length == 0 ? [] : path.Split('/');

        var span = JsonTextDocument.Parse(Text).Find(steps);

        Assert.Equal((line, column), (span.Line, span.Column));
        Assert.Equal((endLine, endColumn), (span.EndLine, span.EndColumn));
    }

    [Fact]
    public void TryParse_BytesWithAMark_PlacesAreThoseOfTheTextBehindIt()
    {
        Assert.True(JsonTextDocument.TryParse([.. Encoding.UTF8.Preamble, .. "{\"ä\": 1}"u8], out var sut, out _));

        Assert.Equal(new JsonTextSpan(1, 2, 1, 8), sut.Find(["ä"]));
        Assert.Equal(1, sut.Value["ä"].Number);
    }

    [Theory]
    [InlineData("""{"\ud800": 1, "b": {"\udfff\n": 2}}""")]
    [InlineData("""{"a\u0000": 1, "\uD83D\uDE00": 2, "b": []}""")]
    public void Find_OddKeys_DoesNotThrow(string json)
    {
        foreach (var key in (string[])["\ud800", "b", "\udfff\n", "a\0", ""])
        {
            Assert.Equal(1, JsonTextDocument.Parse(json).Find([key, "\udfff\n"]).Line);
        }
    }

    [Fact]
    public void TryParse_BrokenText_SaysWhere()
    {
        Assert.False(JsonTextDocument.TryParse("{\"ä\": }", out var sut, out var error));

        Assert.Null(sut);
        Assert.Equal((1, 7), (error.Line, error.Column));
    }
}
