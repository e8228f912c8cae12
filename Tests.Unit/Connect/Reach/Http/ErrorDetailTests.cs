using System.Net;
using System.Text;
using LiveGridStudio.App.Connect.Reach.Http;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Http;

public sealed class ErrorDetailTests
{
    [Theory]
    [InlineData("""{"detail":"Unknown symbol X"}""", "Unknown symbol X")]
    [InlineData("""{"detail":[{"loc":["query","symbol"],"msg":"field required","type":"value_error.missing"}]}""", "query symbol: field required")]
    [InlineData("""{"detail":[{"loc":["body",0,"n"],"msg":"not a number"},{"msg":"too long"}]}""", "body n: not a number; too long")]
    [InlineData("""{"detail":["one","two"]}""", "one; two")]
    [InlineData("""{"title":"Bad Request","detail":"","status":400}""", "Bad Request")]
    [InlineData("""{"error":"no such table"}""", "no such table")]
    [InlineData("""{"message":"closed"}""", "closed")]
    [InlineData("""{"detail":{"nested":"x"}}""", null)]
    [InlineData("""{"detail":[]}""", null)]
    [InlineData("""{"detail":[7,null]}""", null)]
    [InlineData("[1]", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public void Of_Body_GivesItsReason(string body, string? expected) =>
        Assert.Equal(expected, ErrorDetail.Of(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void StatusProblem_ReasonWithLineBreaks_IsOneLine()
    {
        var problem = HttpErrorText.Of(new Uri("http://127.0.0.1:8000/rows"), HttpStatusCode.NotFound, "a\r\nERROR b\u001b[0m");

        Assert.Equal("http://127.0.0.1:8000/rows answered 404 a  ERROR b [0m", problem.Message);
    }

    [Fact]
    public void Of_LongList_ShowsItsFirstEntries()
    {
        var body = $$"""{"detail":[{{string.Join(',', Enumerable.Range(0, 40).Select(static i => $"\"e{i}\""))}}]}""";

        Assert.Equal("e0; e1; e2; e3; e4", ErrorDetail.Of(Encoding.UTF8.GetBytes(body)));
    }
}
