using System.Text;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Tests.Unit.Json.Text;

public sealed class JsLocatorTests
{
    private const string Document = "{\n  \"a\": 1,\n  \"bé\": {\"c\": [10,\n    20]},\n  \"a\": {\"x\": 2}\n}";

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("bé", 3, 3)]
    [InlineData("bé/c", 3, 10)]
    [InlineData("bé/c/1", 4, 5)]
    [InlineData("bé/c/7/8", 3, 10)]
    [InlineData("a/x", 5, 9)]
    [InlineData("nope", 1, 1)]
    public void Find_Path_IsThePlaceOfTheValueOrItsNearestAncestor(string path, int line, int column) =>
        Assert.Equal((line, column), JsLocator.Find(Encoding.UTF8.GetBytes(Document), path.Length == 0 ? [] : path.Split('/')));

    [Theory]
    [InlineData("""{"\ud800": 1, "b": {"\udfff\n": 2}}""")]
    [InlineData("""{"a\u0000": 1, "\uD83D\uDE00": 2, "b": [}""")]
    public void Find_OddKeysAndBrokenText_DoesNotThrow(string json)
    {
        foreach (var key in (string[])["\ud800", "b", "\udfff\n", "a\0", ""])
        {
            Assert.InRange(JsLocator.Find(Encoding.UTF8.GetBytes(json), [key, "\udfff\n"]).Line, 1, 1);
        }
    }
}
