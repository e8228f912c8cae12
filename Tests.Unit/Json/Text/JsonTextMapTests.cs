using System.Text;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Tests.Unit.Json.Text;

public sealed class JsonTextMapTests
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

        var span = JsonTextMap.Read(Text).Find(steps);

        Assert.Equal((line, column), (span.Line, span.Column));
        Assert.Equal((line, column), JsLocator.Find(Encoding.UTF8.GetBytes(Text), steps));
        Assert.Equal((endLine, endColumn), (span.EndLine, span.EndColumn));
    }
}
