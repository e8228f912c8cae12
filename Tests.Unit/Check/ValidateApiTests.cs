using System.Net;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Check;

/// <summary>The checker, asked by a real client of the real host.</summary>
public sealed class ValidateApiTests(PlainHost host)
{
    private const int MaxBytes = 5 * 1024 * 1024;

    private readonly HttpClient _client = host.Client;

    /// <summary>
    /// One passing and one failing case of each kind, each with as many findings as any: HTTP adds nothing to a verdict, and every case is
    /// judged in memory by <c>WidgetsConformanceTests</c> and <c>AppsConformanceTests</c>.
    /// </summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in (string[])["widgets", "apps"])
            {
                var cases = ReadCases(kind).ToLookup(static entry => entry["expect"]["valid"].Boolean);
                data.Add(kind, cases[true].MaxBy(static entry => entry["expect"]["unrecognizedKeys"].List.Count)!["id"].Text!);
                data.Add(kind, cases[false].MaxBy(static entry => entry["expect"]["issues"].List.Count)!["id"].Text!);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Validate_ConformanceCase_SameVerdictOverTheWire(string kind, string id)
    {
        var expected = ReadCases(kind).Single(entry => entry["id"].Text == id);

        var answer = await AskAsync($"/api/validate?kind={kind}", JsonText.Stringify(expected["input"]));

        Assert.Equal(expected["expect"]["valid"], answer["valid"]);
        Assert.Equal(expected["expect"]["failure"], answer["failure"]);
        Assert.Equal(expected["expect"]["unrecognizedKeys"], answer["unrecognizedKeys"]);
        Assert.Equal(Places(expected["expect"]), Places(answer));
        Assert.Equal(answer["valid"].Boolean, answer["errorText"].IsNull);
    }

    [Fact]
    public async Task Validate_Widgets_AnswersKeysInTheDocumentedOrder()
    {
        var good = """{"g": {"name": "G", "description": "", "endpoint": "e", "type": "live_grid", "stale_time": 1}}""";
        var bad = """{"b": {"name": "B", "description": "", "endpoint": 5}}""";

        var accepted = await AskAsync("/api/validate", good);
        var refused = await AskAsync("/api/validate?kind=widgets", bad);

        string[] keys = ["valid", "failure", "errorText", "issues", "unrecognizedKeys", "lints", "totals"];
        Assert.Equal(keys, Keys(accepted));
        Assert.Equal(keys, Keys(refused));
        Assert.Equal(JsonText.Parse("""[{"name": "G", "keys": ["stale_time"]}]"""), accepted["unrecognizedKeys"]);
        Assert.Contains("LG002", accepted["lints"].List.Select(static lint => lint["rule"].Text));
        Assert.All(accepted["lints"].List, static lint => Assert.Equal(["rule", "severity", "widgetId", "path", "message", "fix"], Keys(lint)));
        Assert.Equal(["widgetId", "path", "code", "message"], Keys(Assert.Single(refused["issues"].List)));
        Assert.Equal("issues", refused["failure"].Text);
        Assert.True(refused["errorText"].IsText);
    }

    [Fact]
    public async Task Validate_RulesOff_AreLeftOutAndNamed()
    {
        const string Grid = """{"g": {"name": "G", "description": "", "endpoint": "e", "type": "live_grid"}}""";

        var answer = await AskAsync("/api/validate?disable=LG002&disable=LG004:g,LG009", Grid);

        Assert.Empty(answer["lints"].List);
        Assert.Equal(["LG002", "LG004:g", "LG009"], answer["disabled"].List.Select(static rule => rule.Text));
        using var content = new StringContent(Grid);
        using var refused = await _client.PostAsync("/api/validate?disable=LG999", content);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("LG999", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_Apps_NamesIndexAndTemplate()
    {
        var apps = """[{"name": "A", "tabs": {"t": {"id": "t", "name": "T", "layout": [{"i": "w", "x": 30, "y": 0, "w": 20, "h": 9}]}}}, {"name": "B"}]""";

        var answer = await AskAsync("/api/validate?kind=apps", apps);

        var issue = Assert.Single(answer["issues"].List);
        Assert.Equal(["index", "template", "path", "code", "message"], Keys(issue));
        Assert.Equal((1, "B"), (issue["index"].Number, issue["template"].Text));
        var lint = Assert.Single(answer["lints"].List, static lint => lint["rule"].Text == "LG010");
        Assert.Equal(["rule", "severity", "index", "template", "path", "message", "fix"], Keys(lint));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Validate_AnyContentType_IsReadAsJson(string? contentType)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (contentType is not null)
        {
            content.Headers.ContentType = new(contentType);
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.PostAsync("/api/validate", content)).StatusCode);
    }

    [Fact]
    public async Task Validate_SameDocument_SameBytes()
    {
        var widgets = await _client.GetByteArrayAsync("/widgets.json");

        var first = await (await _client.PostAsync("/api/validate", new ByteArrayContent(widgets))).Content.ReadAsByteArrayAsync();
        var second = await (await _client.PostAsync("/api/validate", new ByteArrayContent(widgets))).Content.ReadAsByteArrayAsync();

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"a\": nope}", 2, 9)]
    [InlineData("{\n  \"éé\": ,}", 2, 9)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("\ufeff{\"é\": ]", 1, 7)]
    public async Task Validate_NotJson_IsAProblemWithLineAndColumn(string text, int line, int column)
    {
        var response = await _client.PostAsync("/api/validate", new StringContent(text, Encoding.UTF8, "application/json"));

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal((line, column), (problem["line"].Number, problem["column"].Number));
        Assert.Contains($"line {line}, column {column}", problem["detail"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?kind=dashboards")]
    [InlineData("?kind=")]
    [InlineData("?kind=Widgets")]
    [InlineData("?kind=widgets&kind=apps")]
    public async Task Validate_UnknownKind_IsAProblem(string query)
    {
        var problem = await ProblemAsync(await _client.PostAsync("/api/validate" + query, new StringContent("{}")), HttpStatusCode.BadRequest);

        Assert.Equal("kind must be widgets or apps.", problem["detail"].Text);
    }

    [Theory]
    [InlineData("/api/validate", true)]
    [InlineData("/api/validate", false)]
    [InlineData("/api/preview", true)]
    [InlineData("/api/preview", false)]
    public async Task Post_MoreThanTheLimit_IsAProblem(string route, bool announcesLength)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route)
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', MaxBytes - 1) + "{}"))),
        };
        request.Headers.TransferEncodingChunked = !announcesLength;

        var problem = await ProblemAsync(await _client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("5 MiB", problem["detail"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_JustTheLimit_IsChecked()
    {
        using var content = new StringContent(new string(' ', MaxBytes - 2) + "{}");

        Assert.Equal(HttpStatusCode.OK, (await _client.PostAsync("/api/validate", content)).StatusCode);
    }

    [Theory]
    [InlineData("""{"\ud800": {"name": "\u0000\u001b[31m", "data": {"table": {"columnsDefs": [{"field": "\udfff"}]}}}}""")]
    [InlineData("""{"__proto__": null, "constructor": {"name": []}, "1e400": {"gridData": {"w": 1e400}}}""")]
    [InlineData("[[[[]]]]")]
    [InlineData("\"\\ud83d\"")]
    public async Task Validate_OddJson_IsAnswered(string text)
    {
        foreach (var kind in (string[])["widgets", "apps"])
        {
            var answer = await AskAsync($"/api/validate?kind={kind}", text);
            Assert.True(answer["valid"].IsBoolean);
        }
    }

    [Theory]
    [InlineData("/api/validate?kind=widgets")]
    [InlineData("/api/validate?kind=apps")]
    [InlineData("/api/preview")]
    public async Task Post_DeeplyNested_IsAProblemNotACrash(string route)
    {
        foreach (var text in (string[])[new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000))])
        {
            await ProblemAsync(await _client.PostAsync(route, new StringContent(text)), HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Post_FromAnotherOrigin_GetsNoLeaveToRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/validate") { Content = new StringContent("{}") };
        request.Headers.Add("Origin", "https://pro.openbb.co");

        var response = await _client.SendAsync(request);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<JsValue> AskAsync(string route, string body)
    {
        var response = await _client.PostAsync(route, new StringContent(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonText.Parse(await response.Content.ReadAsStringAsync());
    }

    private static async Task<JsValue> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonText.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)status, problem["status"].Number);
        return problem;
    }

    private static IReadOnlyList<JsValue> ReadCases(string kind) => JsonText.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", $"{kind}-validation.json"))).List;

    private static IEnumerable<string> Places(JsValue report) => report["issues"].List
        .Select(static issue => $"{issue["widgetId"]} {issue["index"]} {issue["template"]} {issue["path"]} {issue["code"]}")
        .Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(JsValue value) => value.Object.Select(static member => member.Key);
}
