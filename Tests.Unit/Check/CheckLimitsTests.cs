using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Check;

/// <summary>A small body cannot cause much work, whoever sends it.</summary>
public sealed class CheckLimitsTests(PlainHost shared)
{
    private const string ManyFields = """{"widget":{"name":"n","type":"live_grid","data":{"wsRowIdColumn":"x","table":{"showAll":true,"columnsDefs":[]}}},"rows":[""";

    private readonly HttpClient _client = shared.Client;

    [Fact]
    public async Task Preview_ManyRowsOfManyFields_IsRefusedWithWhatWasCounted()
    {
        var body = ManyFields + Wide + string.Concat(Enumerable.Repeat(",{}", 2999)) + "]}";

        Assert.Equal("3000 rows x 1024 columns = 3 072 000 cells; at most 1 000 000.", await TooLargeAsync("/api/preview", body));
    }

    [Fact]
    public async Task Preview_RowsThatMessagesAppend_AreCountedAsTheyArePlayed()
    {
        var body = """{"widget":{"name":"n","type":"live_grid"},"rows":[""" + Wide + """],"messages":[{"at":0,"data":["""
            + Repeat("{}", 100_000) + "]}]}";

        var detail = await TooLargeAsync("/api/preview", body);

        // Stopped at the first row that did not fit, not at the last.
        Assert.StartsWith("137 rows x 1024 columns = 140 288 cells", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ColourRulesByRows_CountAsCells()
    {
        var rules = Repeat("""{"condition":"gt","value":9,"color":"red"}""", 20_000);
        var body = """
            {"widget":{"name":"n","type":"live_grid","data":{"table":{"columnsDefs":[{"field":"a","headerName":"A","renderFn":"columnColor",
             "renderFnParams":{"colorRules":[RULES]}}]}}},"rows":[ROWS]}
            """.Replace("RULES", rules, StringComparison.Ordinal).Replace("ROWS", Repeat("""{"a":1}""", 1000), StringComparison.Ordinal);

        Assert.StartsWith(
            "1000 rows x 1 columns (and 20000 colour rules, which count as 1000 columns more) = 1 001 000 cells",
            await TooLargeAsync("/api/preview", body),
            StringComparison.Ordinal);
    }

    /// <summary>The time grows with the text, not with the product of text and search text.</summary>
    [Fact]
    public async Task Preview_RulesThatLookWithinTexts_CountAsACellEach()
    {
        var rules = Repeat("""{"condition":"contains","value":"PART","color":"red"}""".Replace("PART", new string('a', 200) + "b", StringComparison.Ordinal), 2000);
        var body = """
            {"widget":{"name":"n","type":"live_grid","data":{"table":{"columnsDefs":[{"field":"a","headerName":"A","renderFn":"columnColor",
             "renderFnParams":{"colorRules":[RULES]}}]}}},"rows":[ROWS]}
            """.Replace("RULES", rules, StringComparison.Ordinal)
            .Replace("ROWS", Repeat($$"""{"a":"{{new string('a', 1000)}}"}""", 1000), StringComparison.Ordinal);

        Assert.StartsWith(
            "1000 rows x 1 columns (and 2000 colour rules, which count as 2000 columns more) = 2 001 000 cells",
            await TooLargeAsync("/api/preview", body),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_AnswerBeyond16MiB_IsRefusedBeforeItsFirstByte()
    {
        var body = """
            {"widget":{"name":"n","type":"live_grid","data":{"table":{"columnsDefs":[{"field":"a","headerName":"A","renderFn":[],"prefix":"AFFIX",
             "suffix":"AFFIX"}]}}},"rows":[ROWS]}
            """.Replace("AFFIX", new string('p', 1000), StringComparison.Ordinal).Replace("ROWS", Repeat("""{"a":1}""", 20_000), StringComparison.Ordinal);

        Assert.Contains("16 MiB", await TooLargeAsync("/api/preview", body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_MoreThanAThousandFindings_ListsAThousandAndTheTotals()
    {
        var apps = await AskAsync("/api/validate?kind=apps", $"[{Repeat("""{"x":1}""", 5000)}]");
        var widgets = await AskAsync("/api/validate", """
            {"w":{"name":"W","description":"","endpoint":"e","wsEndpoint":"s","type":"live_grid","data":{"wsRowIdColumn":"a","table":{"columnsDefs":[COLUMNS,
             {"field":"b","headerName":"B"}]}}}}
            """.Replace("COLUMNS", Repeat("""{"field":"a","headerName":"A"}""", 3001), StringComparison.Ordinal));

        Assert.Equal((1000, 10_000), (apps["issues"].List.Count, apps["totals"]["issues"].Number));
        Assert.Equal((1000, 5000), (apps["unrecognizedKeys"].List.Count, apps["totals"]["unrecognizedKeys"].Number));
        Assert.Contains("and 9900 more", apps["errorText"].Text, StringComparison.Ordinal);
        Assert.Equal((1000, 3000), (widgets["lints"].List.Count, widgets["totals"]["lints"].Number));
        Assert.True(widgets["valid"].Boolean);
    }

    [Fact]
    public async Task Validate_LongNames_AreNotRepeatedInEachFinding()
    {
        var name = new string('k', 100_000);
        var app = """[{"name":"NAME","tabs":{"NAME":{"id":"t","name":"t","layout":[ITEMS]}}}]"""
            .Replace("NAME", name, StringComparison.Ordinal).Replace("ITEMS", Repeat("""{"w":0,"h":0}""", 2000), StringComparison.Ordinal);
        var answer = await AskAsync("/api/validate?kind=apps", app);

        Assert.Equal(1000, answer["lints"].List.Count);
        Assert.InRange(JsonText.Stringify(answer).Length, 0, 4 << 20);
    }

    [Fact]
    public async Task Post_PlacesAndQueueTaken_IsRefusedUntilAClientHangsUp()
    {
        await using var host = new StudioFactory();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var meters = new TestMeters(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        var clients = new List<Socket>();
        for (var i = 0; i < 32; i++)
        {
            clients.Add(await StallAsync(host));
        }

        await Eventually.HoldsAsync(() => meters.Count("aspnetcore.rate_limiting.queued_requests") == 24);
        var refused = await client.PostAsync("/api/validate", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("5", refused.Headers.RetryAfter?.ToString());
        Assert.Equal("Busy", JsonText.Parse(await refused.Content.ReadAsStringAsync())["title"].Text);

        clients.ForEach(static stalled => stalled.Dispose());
        var answered = await client.PostAsync("/api/preview", new StringContent("""{"widget":{}}"""));
        while (answered.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            // The host may not yet know that all of them have gone.
            answered = await client.PostAsync("/api/preview", new StringContent("""{"widget":{}}"""));
        }

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Post_OthersSendTheirBodiesSlowly_IsAnsweredAllTheSame()
    {
        await using var host = new StudioFactory();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var meters = new TestMeters(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        using var first = await StallAsync(host);
        using var second = await StallAsync(host);
        using var third = await StallAsync(host);
        await Eventually.HoldsAsync(() => meters.Count("aspnetcore.rate_limiting.active_request_leases") == 3);

        var answered = await client.PostAsync("/api/preview", new StringContent("""{"widget":{}}"""));

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private static string Wide => "{" + string.Join(',', Enumerable.Range(0, 1024).Select(static i => $"\"f{i}\":1")) + "}";

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    /// <summary>A client that announces a body and never sends it.</summary>
    private static async Task<Socket> StallAsync(StudioFactory host)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /api/validate HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Length: 100\r\n\r\n{{"));
        return socket;
    }

    private async Task<string> TooLargeAsync(string route, string body)
    {
        var response = await _client.PostAsync(route, new StringContent(body));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        return JsonText.Parse(await response.Content.ReadAsStringAsync())["detail"].Text!;
    }

    private async Task<JsValue> AskAsync(string route, string body)
    {
        var response = await _client.PostAsync(route, new StringContent(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonText.Parse(await response.Content.ReadAsStringAsync());
    }
}
