using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author works on a definition: another backend, a pasted text, findings, fixes, messages, saving.</summary>
public sealed class WorkbenchJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser), IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Connect_OtherBackend_ShowsItsWidgetLiveAndKeepsTheAddress()
    {
        var other = StartQuietHost();
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.Page.GetByLabel("Backend", new() { Exact = true }).FillAsync(other.Address.ToString());
        await studio.Page.GetByTestId("connect").ClickAsync();

        await Expect(studio.Page.GetByTestId("source-name")).ToContainTextAsync(other.Address.Authority);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        other.Ticks.Publish("TSLA", 301.5);
        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("301.500");
        Assert.Contains("backend=", studio.Page.Url, StringComparison.Ordinal);

        await studio.Page.ReloadAsync();
        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("301.500");
    }

    [Fact]
    public async Task Lose_OtherBackend_KeepsTheRowsAndSaysWhy()
    {
        var other = StartQuietHost();
        var studio = await OpenAsync(shared.Host, $"/?backend={Uri.EscapeDataString(other.Address.ToString())}");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await other.DisposeAsync();

        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "reconnecting");
        await Expect(studio.Page.GetByTestId("feed-problem")).ToContainTextAsync("These are the last rows that came");
        await Expect(studio.Rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Open_PreviewOfAnotherBackend_ShowsItsWidgetAlone()
    {
        var other = StartQuietHost();
        var backend = Uri.EscapeDataString(other.Address.ToString());
        var studio = await OpenAsync(shared.Host, $"/preview?backend={backend}&widget=live_grid&symbol=MSFT");

        await Expect(studio.Cell("MSFT", "price")).ToHaveTextAsync("350");
        await Expect(studio.Page.GetByTestId("theme-switch")).ToHaveCountAsync(0);
        Assert.Equal(1, other.Book.Table.ReadersOf("symbol", "MSFT"));
    }

    [Fact]
    public async Task Connect_AddressBeyondThisMachine_IsRefusedByNameOfTheSetting()
    {
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.Page.GetByLabel("Backend", new() { Exact = true }).FillAsync("http://10.1.2.3:8000");
        await studio.Page.GetByTestId("connect").ClickAsync();

        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("Connect:AllowedHosts");
        await Expect(studio.Rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Paste_RequestWithFrames_PreviewsWithoutABackend()
    {
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.Page.GetByTestId("use-paste").ClickAsync();
        await studio.Page.GetByLabel("Definition (JSON)").FillAsync("{ \"widget\": oops");
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Page.GetByTestId("paste-problem")).ToContainTextAsync("definition, line 1, column 13");

        await studio.Page.GetByLabel("Definition (JSON)").FillAsync(
            """
            {"widget":{"name":"Pasted","description":"","type":"live_grid","endpoint":"e","wsEndpoint":"ws",
              "data":{"wsRowIdColumn":"id","table":{"columnsDefs":[{"field":"id","headerName":"Id"},{"field":"p","headerName":"P","renderFn":"showCellChange"}]}}},
             "rows":[{"id":"a","p":1}],"messages":[{"at":0,"data":{"id":"a","p":2}}]}
            """);
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");
        await studio.Page.GetByTestId("send-all").ClickAsync();

        await Expect(studio.Cell("a", "p")).ToHaveAttributeAsync("data-change", "up");
        await Expect(studio.Page.GetByTestId("message").First).ToContainTextAsync("p 1");
    }

    [Fact]
    public async Task Fix_Finding_GoesAndThePreviewFollows()
    {
        HasEditor = true;
        var studio = await OpenAsync(shared.Host);
        await studio.WaitForEditorAsync();
        await Expect(studio.Page.GetByTestId("problem-LG001")).ToBeVisibleAsync();
        await Expect(studio.Grid.Locator("[role=columnheader]").Last).ToHaveTextAsync("Market Cap");

        await studio.Page.GetByTestId("fix-LG001").ClickAsync();

        await Expect(studio.Page.GetByTestId("problem-LG001")).ToHaveCountAsync(0);
        await studio.Page.GetByTestId("undo").ClickAsync();
        await Expect(studio.Page.GetByTestId("problem-LG001")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Save_EditedColumn_WritesTheFileAndKeepsTheOneBefore()
    {
        HasEditor = true;
        var file = Path.Combine(_folder.FullName, "widgets.json");
        const string Before =
            """{"w":{"name":"W","description":"","type":"live_grid","endpoint":"live_grid_data","wsEndpoint":"live_grid_ws","data":{"wsRowIdColumn":"symbol","table":{"columnsDefs":[{"field":"symbol","headerName":"Symbol"}]}},"params":[{"paramName":"symbol","value":"TSLA"}]}}""";
        await File.WriteAllTextAsync(file, Before);
        var studio = await OpenAsync(StartQuietHost(("Widgets:Path", file)));
        await studio.WaitForEditorAsync();
        await studio.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Columns" }).ClickAsync();

        var header = studio.Page.GetByTestId("header-symbol");
        await header.FillAsync("Ticker");
        await header.BlurAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync("Ticker");
        await studio.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Definition" }).ClickAsync();
        await studio.Page.GetByTestId("save").ClickAsync();

        await Expect(studio.Page.GetByTestId("save")).ToBeDisabledAsync();
        Assert.Equal(Before.Replace("\"Symbol\"", "\"Ticker\"", StringComparison.Ordinal), await File.ReadAllTextAsync(file));
        Assert.Equal(Before, await File.ReadAllTextAsync(file + ".bak"));
    }

    [Fact]
    public async Task Watch_Messages_SaysWhatEachDid()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        host.Ticks.Publish("TSLA", 250);

        await Expect(studio.Page.GetByTestId("message").First).ToContainTextAsync("TSLA: price 245");
    }
}
