using System.Net;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Check;

public sealed class PreviewApiTests(PlainHost host)
{
    private const string Request = """
        {"widget": {"name": "P", "description": "", "endpoint": "p", "type": "live_grid", "data": {"wsRowIdColumn": "symbol",
           "table": {"columnsDefs": [{"field": "symbol", "headerName": "Symbol"},
             {"field": "price", "headerName": "Price", "renderFn": "showCellChange"}]}}},
         "rows": [{"symbol": "TSLA", "price": 245}],
         "messages": [{"at": 0, "data": {"symbol": "TSLA", "price": 250.1}}, {"at": 10, "data": [null, {"symbol": "NOPE", "price": 1}]}], "at": 500}
        """;

    private readonly HttpClient _client = host.Client;

    [Fact]
    public async Task Preview_OneMessage_IsTheGridAtThatMoment()
    {
        var response = await _client.PostAsync("/api/preview", new StringContent(Request));

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var answer = JsonText.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["columns", "rows", "counts", "lints", "totals"], answer.Object.Select(static member => member.Key));
        Assert.Equal("up", answer["rows"].List[0]["cells"]["price"]["arrow"].Text);
    }

    [Fact]
    public async Task Preview_Lints_AreThoseOfDefinitionAndMessages()
    {
        var response = await _client.PostAsync("/api/preview", new StringContent(Request));

        var lints = JsonText.Parse(await response.Content.ReadAsStringAsync())["lints"].List;
        Assert.Equal(["LG004", "LG021"], lints.Select(static lint => lint["rule"].Text).Order(StringComparer.Ordinal));
        Assert.All(lints, static lint => Assert.Equal(
            ["rule", "severity", "widgetId", "path", "message", "fix"], lint.Object.Select(static member => member.Key)));
    }

    [Fact]
    public async Task Preview_SameRequest_SameBytes()
    {
        var first = await (await _client.PostAsync("/api/preview", new StringContent(Request))).Content.ReadAsByteArrayAsync();
        var second = await (await _client.PostAsync("/api/preview", new StringContent(Request))).Content.ReadAsByteArrayAsync();

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("{}", "\"widget\"")]
    [InlineData("""{"widget": {}, "at": -1}""", "\"at\"")]
    [InlineData("""{"widget": {}, "messages": [5]}""", "\"messages.0\"")]
    [InlineData("[1", "line 1, column 3")]
    public async Task Preview_BadRequest_SaysWhatIsWrong(string request, string named)
    {
        var response = await _client.PostAsync("/api/preview", new StringContent(request));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, JsonText.Parse(await response.Content.ReadAsStringAsync())["detail"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_BothRoutes_AreDescribed()
    {
        var paths = JsonText.Parse(await _client.GetStringAsync("/openapi.json"))["paths"];

        foreach (var route in (string[])["/api/validate", "/api/preview"])
        {
            var post = paths[route]["post"];
            Assert.True(post["summary"].IsText, route);
            Assert.True(post["requestBody"]["content"]["application/json"].IsObject, route);
            Assert.Equal(["200", "400", "408", "413", "503"], post["responses"].Object.Select(static answer => answer.Key));
            Assert.True(post["responses"]["200"]["content"]["application/json"]["schema"].IsObject, route);
        }

        var parameters = paths["/api/validate"]["post"]["parameters"].List;
        Assert.Equal(["kind", "disable"], parameters.Select(static parameter => parameter["name"].Text));
        var kind = parameters[0];
        Assert.Equal(("kind", "query"), (kind["name"].Text, kind["in"].Text));
        Assert.Equal(JsonText.Parse("""["widgets", "apps"]"""), kind["schema"]["enum"]);
    }
}
