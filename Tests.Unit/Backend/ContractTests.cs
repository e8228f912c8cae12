using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

/// <summary>The HTTP half of the contract, asked by a real client of the real host.</summary>
public sealed class ContractTests(PlainHost shared)
{
    private readonly HttpClient _client = shared.Client;

    [Fact]
    public async Task GetWidgets_OutOfTheBox_IsTheDocumentedExample()
    {
        var response = await _client.GetAsync("/widgets.json");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Backend", "golden-widgets.json"));
        var served = JsonText.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["live_grid", "find_the_mistakes"], served.Object.Select(static widget => widget.Key));
        Assert.Equal(JsonText.Stringify(JsonText.Parse(golden)["live_grid"]), JsonText.Stringify(served["live_grid"]));
    }

    [Fact]
    public async Task GetWidgets_FindTheMistakes_IsAcceptedAndWrongInSixWays()
    {
        var served = JsonText.Parse(await _client.GetStringAsync("/widgets.json"));

        var check = DocumentCheck.Of(DocumentKind.Widgets, JsObject.Create(("find_the_mistakes", served["find_the_mistakes"])));

        Assert.True(check.Verdict.Valid);
        Assert.Equal(["LG001", "LG005", "LG008", "LG010", "LG016", "LG028"], check.Findings.Select(static finding => finding.Rule).Order(StringComparer.Ordinal));
        Assert.All(check.Findings, static finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public async Task GetApps_OutOfTheBox_LaysTheLiveGridOut()
    {
        var app = Assert.Single(JsonText.Parse(await _client.GetStringAsync("/apps.json")).List);

        Assert.All(["name", "description", "allowCustomization", "tabs", "groups", "prompts"], key => Assert.False(app[key].IsUndefined, key));
        var item = Assert.Single(Assert.Single(app["tabs"].Object).Value["layout"].List);
        Assert.Equal("live_grid", item["i"].Text);
        Assert.InRange(item["x"].Number + item["w"].Number, 1, 40);
    }

    [Fact]
    public async Task GetData_SymbolsOfAnyCase_AreRowsInTheOrderAsked()
    {
        var rows = JsonText.Parse(await _client.GetStringAsync("/live_grid_data?symbol=tsla,%20AAPL,TSLA")).List;

        Assert.Equal(["TSLA", "AAPL"], rows.Select(static row => row["symbol"].Text));
        Assert.All(rows, static row => Assert.Equal(
            ["date", "symbol", "price", "change", "change_percent", "volume", "market_cap"], row.Object.Select(static member => member.Key)));
        Assert.Equal(245, rows[0]["price"].Number);
        Assert.Equal(5, rows[0]["change"].Number);
        Assert.Equal(5.0 / 240, rows[0]["change_percent"].Number);
    }

    [Theory]
    [InlineData("/live_grid_data", HttpStatusCode.UnprocessableEntity, "symbol is required")]
    [InlineData("/live_grid_data?symbol=", HttpStatusCode.UnprocessableEntity, "symbol is required")]
    [InlineData("/live_grid_data?symbol=%20,", HttpStatusCode.UnprocessableEntity, "symbol is required")]
    [InlineData("/live_grid_data?symbol=AAPL,NOPE,ZZ", HttpStatusCode.NotFound, "Unknown symbols: NOPE, ZZ. Known symbols: AAPL, GOOGL, MSFT, AMZN, TSLA.")]
    public async Task GetData_BadSymbols_IsAProblemInPlainWords(string address, HttpStatusCode status, string detail)
    {
        var response = await _client.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReady_BeforeAndAfterTheFirstTick_SaysWhetherTicksFlow()
    {
        await using var host = new StudioFactory();
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/healthz/ready")).StatusCode);

        using var subscription = host.Book.Subscribe(["AAPL"]);
        host.Ticks.Publish("AAPL", 151);
        await subscription.WaitAsync();
        var source = host.Book.Table.Source;
        await Eventually.HoldsAsync(() => source.RowCount > 0);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task GetOpenApi_Document_DescribesEveryHttpRoute()
    {
        var document = JsonText.Parse(await _client.GetStringAsync("/openapi.json"));
        Assert.Equal("Live Grid Studio", document["info"]["title"].Text);
        Assert.Equal("number", document["components"]["schemas"]["LiveGridRowSchema"]["properties"]["price"]["type"].Text);
        var paths = document["paths"];

        Assert.All(
            ["/widgets.json", "/apps.json", "/live_grid_data", "/healthz/live", "/healthz/ready"],
            path => Assert.True(paths[path]["get"]["summary"].IsText, path));
        Assert.Equal("symbol", paths["/live_grid_data"]["get"]["parameters"].List[0]["name"].Text);
    }

    [Fact]
    public async Task Request_UnexpectedHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widgets.json");
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.SendAsync(request)).StatusCode);
    }
}
