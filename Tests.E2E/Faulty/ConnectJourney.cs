using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>Connecting to a backend: problems of its documents, its credentials, remembered backends.</summary>
public sealed class ConnectJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    private const string Secret = "s3cret-of-the-author";

    [Theory]
    [InlineData("{\n \"odd\": {\n  \"name\": oops", "the answer is not JSON: line 3, column 11")]
    [InlineData("<!doctype html><title>Welcome</title>", "it looks like a web page")]
    [InlineData("[]", "must be an object")]
    public async Task Connect_BrokenDefinitions_SaysWhatIsWrongAndKeepsTheSource(string document, string reason)
    {
        var backend = await StartOddAsync();
        backend.Answer("/widgets.json", document);
        var studio = await OpenHostAsync();

        await studio.ConnectAsync(backend.Address);

        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync(reason);
        await Expect(studio.Page.GetByTestId("source-name")).ToHaveTextAsync("This host");
        await Expect(studio.Rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Connect_AddressWithoutScheme_IsReadOrSaysWhyNot()
    {
        var backend = await StartOddAsync();
        var studio = await OpenHostAsync();
        var field = studio.Page.GetByLabel("Backend", new() { Exact = true });

        await field.FillAsync("127.0.0.1:99999");
        await studio.Page.GetByTestId("connect").ClickAsync();
        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("not the address of a backend");

        await field.FillAsync(backend.Address.Authority);
        await field.PressAsync("Enter");
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Page.GetByTestId("connect-problem")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Connect_NothingListens_SaysSoAndASecondTryWorks()
    {
        var gone = await FaultyBackend.StartAsync();
        var port = gone.Address.Port;
        await gone.DisposeAsync();
        var studio = await OpenHostAsync();

        await studio.ConnectAsync(gone.Address);
        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("nothing listens there");

        await using var back = await FaultyBackend.StartAsync(port);
        await studio.Page.GetByTestId("connect").ClickAsync();
        await Expect(studio.Page.GetByTestId("widget-odd")).ToBeVisibleAsync();
        await Expect(studio.Page.GetByTestId("connect-problem")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Connect_BrokenApps_StillListsTheWidgetsAndSaysWhatIsWrong()
    {
        var backend = await StartOddAsync();
        backend.Answer("/apps.json", "[{\"name\": 1}]");
        var studio = await OpenAsync(backend);

        await Expect(studio.Page.GetByTestId("document-problem").Filter(new() { HasText = "apps.json" })).ToBeVisibleAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Connect_BackendThatBrowsersMayNotRead_WarnsThatWorkspaceCannot()
    {
        var backend = await StartOddAsync();
        backend.AllowOrigin = null;
        var studio = await OpenAsync(backend);

        await Expect(studio.Page.GetByTestId("source-warning")).ToContainTextAsync("CORS would block this in Workspace because");
        await Expect(studio.Page.GetByTestId("source-warning")).ToContainTextAsync("no Access-Control-Allow-Origin");
        await Expect(studio.Rows).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Connect_WithAHeader_SendsItToTheBackendAloneAndNeverShowsIt()
    {
        var backend = await StartOddAsync();
        backend.DemandedHeader = ("X-API-KEY", Secret);
        backend.AllowHeaders = "x-api-key";
        var studio = await OpenHostAsync();
        await studio.ConnectAsync(backend.Address);
        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("401");

        await GiveCredentialAsync(studio, "Header", "X-API-KEY");
        await studio.Page.GetByTestId("connect").ClickAsync();

        // A browser sends no header with a WebSocket, so this socket is refused here as in Workspace.
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "failed");
        await Expect(studio.Page.GetByTestId("problem-LG032")).ToBeVisibleAsync();
        Assert.Equal(Secret, backend.Requests.Last(static request => request.Path == "/odd_rows").Headers["X-API-KEY"]);
        Assert.DoesNotContain("X-API-KEY", backend.Requests.Last(static request => request.Path == "/odd_ws").Headers.Keys);
        await NothingShowsTheSecretAsync(studio);

        // A credential given for this address is sent again with it; once removed, it is not.
        await studio.Page.GetByTestId("use-host").ClickAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.Page.GetByTestId("recent").Locator("summary").ClickAsync();
        await studio.Page.GetByTestId("recent-address").ClickAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Page.GetByTestId("credentials-toggle")).ToHaveTextAsync("Credentials: 1 set");
        await studio.Page.GetByTestId("connect").ClickAsync();
        await NothingShowsTheSecretAsync(studio);
        await studio.Page.GetByTestId("credentials-toggle").ClickAsync();
        await studio.Page.GetByTestId("credentials-remove").ClickAsync();
        await Expect(studio.Page.GetByTestId("credentials-toggle")).ToHaveTextAsync("Credentials");
        await studio.Page.GetByTestId("connect").ClickAsync();
        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("401");
    }

    [Fact]
    public async Task Connect_WithAQuery_SendsItWithEveryRequestAndNeverShowsIt()
    {
        var backend = await StartOddAsync();
        var studio = await OpenHostAsync();
        await studio.Page.GetByLabel("Backend", new() { Exact = true }).FillAsync(backend.Address.ToString());
        await GiveCredentialAsync(studio, "Query", "api_key");
        await studio.Page.GetByTestId("connect").ClickAsync();

        await Expect(studio.Rows).ToHaveCountAsync(4);
        var socket = await backend.NextSocketAsync();
        Assert.Contains($"api_key={Secret}", socket.Request.Query, StringComparison.Ordinal);
        Assert.All(
            backend.Requests.Where(static request => request.Method == "GET"),
            static request => Assert.Contains($"api_key={Secret}", request.Query, StringComparison.Ordinal));
        await NothingShowsTheSecretAsync(studio);

        // Not even when the backend repeats it in its answer.
        backend.Answer("/odd_rows", $$"""{"detail":"no rows for {{Secret}}"}""", status: 400);
        await studio.Param("symbol").FillAsync("MSFT");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "failed");
        await Expect(studio.Grid.Locator("[role=alert]")).ToContainTextAsync("no rows for");
        await NothingShowsTheSecretAsync(studio);
    }

    [Fact]
    public async Task Connect_ThenComeBack_OffersTheBackendWithoutItsCredentials()
    {
        var backend = await StartOddAsync();
        var studio = await OpenHostAsync();
        await studio.Page.GetByLabel("Backend", new() { Exact = true }).FillAsync(backend.Address.ToString());
        await GiveCredentialAsync(studio, "Query", "api_key");
        await studio.Page.GetByTestId("connect").ClickAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);

        await studio.Page.GotoAsync("/");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        var recent = studio.Page.Locator("#recent-backends option");
        await Expect(recent).ToHaveCountAsync(1);
        await Expect(recent).ToHaveAttributeAsync("value", backend.Address.ToString().TrimEnd('/'));
        var kept = await studio.Page.EvaluateAsync<string>("JSON.stringify({...localStorage}) + document.cookie");
        Assert.Contains(backend.Address.Authority, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("api_key", kept, StringComparison.Ordinal);
    }

    private static async Task GiveCredentialAsync(StudioPageObject studio, string place, string name)
    {
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("credentials-toggle").ClickAsync();
        if (place != "Header")
        {
            await studio.Page.Locator(".source-pair").GetByText("Header").ClickAsync();
            await studio.Page.Locator(".mud-popover-open .mud-list-item", new() { HasTextString = place }).ClickAsync();
        }

        await studio.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await studio.Page.GetByLabel("Value", new() { Exact = true }).FillAsync(Secret);
    }

    private async Task<StudioPageObject> OpenHostAsync()
    {
        var studio = await OpenAsync(Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        return studio;
    }

    /// <summary>Asserts that the secret is not in the address, the markup or a field.</summary>
    private static async Task NothingShowsTheSecretAsync(StudioPageObject studio)
    {
        Assert.DoesNotContain(Secret, studio.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await studio.Page.ContentAsync(), StringComparison.Ordinal);
        await studio.Page.GetByTestId("credentials-toggle").ClickAsync();
        await Expect(studio.Page.GetByLabel("Value", new() { Exact = true })).ToHaveValueAsync("");
        var fields = await studio.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('input, textarea')].map(field => field.value)");
        Assert.DoesNotContain(fields, static field => field.Contains(Secret, StringComparison.Ordinal));
        await studio.Page.GetByTestId("credentials-toggle").ClickAsync();
    }
}
