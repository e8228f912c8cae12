using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author works in the grid: sorts, narrows, resizes, moves by keys, copies, hovers, clicks.</summary>
public sealed class GridJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser), IDisposable
{
    private const string All = "AAPL,GOOGL,MSFT,AMZN,TSLA";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sort_ByHeader_OrdersAscendingDescendingAndBack()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host, $"/?symbol={All}");
        await Expect(studio.Rows).ToHaveCountAsync(5);
        var header = studio.Grid.GetByRole(AriaRole.Columnheader, new LocatorGetByRoleOptions { Name = "Price" });

        await header.ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Equal(["GOOGL", "AAPL", "AMZN", "TSLA", "MSFT"], await RowIdsAsync(studio));

        host.Ticks.Publish("MSFT", 1);
        await Expect(studio.Rows.First).ToHaveAttributeAsync("data-row-id", "MSFT");

        await header.ClickAsync();
        await Expect(studio.Rows.First).ToHaveAttributeAsync("data-row-id", "TSLA");
        await header.ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "none");
        Assert.Equal(All.Split(','), await RowIdsAsync(studio));
    }

    [Fact]
    public async Task Filter_Text_NarrowsTheRows()
    {
        var studio = await OpenAsync(shared.Host, $"/?symbol={All}");
        await Expect(studio.Rows).ToHaveCountAsync(5);

        await studio.Page.GetByLabel("Filter").FillAsync("goo");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.Rows.First).ToHaveAttributeAsync("data-row-id", "GOOGL");

        await studio.Page.GetByLabel("Filter").FillAsync("");
        await Expect(studio.Rows).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Resize_Column_FollowsTheHandle()
    {
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        var header = studio.Grid.Locator("[role=columnheader][data-field=symbol]");
        var before = (await header.BoundingBoxAsync())!;
        var handle = (await header.Locator(".lg-handle").BoundingBoxAsync())!;

        await studio.Page.Mouse.MoveAsync(handle.X + 4, handle.Y + 8);
        await studio.Page.Mouse.DownAsync();
        await studio.Page.Mouse.MoveAsync(handle.X + 84, handle.Y + 8, new MouseMoveOptions { Steps = 4 });
        await studio.Page.Mouse.UpAsync();

        await Expect(studio.Grid).ToHaveAttributeAsync(
            "style", new System.Text.RegularExpressions.Regex($"--lg-columns: ?{Math.Round(before.Width + 80):0}"));
        Assert.Equal(before.Width + 80, (await studio.Cell("TSLA", "symbol").BoundingBoxAsync())!.Width, 1.5);
    }

    [Fact]
    public async Task Keys_Alone_MoveSortAndCopy()
    {
        var studio = await OpenAsync(shared.Host, $"/preview/live_grid?symbol={All}");
        await Expect(studio.Rows).ToHaveCountAsync(5);
        await studio.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await studio.Grid.FocusAsync();

        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(studio.Cell("AAPL", "symbol")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lg-active"));
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await studio.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(studio.Cell("GOOGL", "price")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lg-active"));
        await studio.Page.Keyboard.PressAsync("Control+c");
        Assert.Equal("140", await studio.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await studio.Page.Keyboard.PressAsync("Control+Home");
        await Expect(studio.Cell("AAPL", "symbol")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lg-active"));
        await studio.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(studio.Grid.Locator("[role=columnheader].lg-active")).ToHaveCountAsync(1);
        await studio.Page.Keyboard.PressAsync("Enter");
        await Expect(studio.Rows.Nth(1)).ToHaveAttributeAsync("data-row-id", "AMZN");
    }

    [Fact]
    public async Task Hover_Card_ShowsSafeMarkdown()
    {
        var studio = await OpenDefinitionAsync(
            """{"field":"symbol","headerName":"Symbol","renderFn":"hoverCard","renderFnParams":{"hoverCard":{"title":"<img src=x onerror=document.title='hacked'>","markdown":"**Bold** [bad](javascript:alert(1)) <img src=x onerror=document.title='hacked'>"}}}""");

        await studio.Cell("TSLA", "symbol").HoverAsync();

        var card = studio.Page.GetByRole(AriaRole.Tooltip).Filter(new LocatorFilterOptions { HasText = "Bold" });
        await Expect(card).ToBeVisibleAsync();
        await Expect(card.Locator("strong")).ToHaveTextAsync("Bold");
        await Expect(card.Locator("img")).ToHaveCountAsync(0);
        Assert.NotEqual("hacked", await studio.Page.TitleAsync());

        await studio.Page.GetByLabel("Filter").HoverAsync();
        await Expect(card).ToHaveCountAsync(0);

        await studio.Grid.FocusAsync();
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(card).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Click_GroupBy_SetsTheParameterOfTheCard()
    {
        var studio = await OpenDefinitionAsync(
            """{"field":"symbol","headerName":"Symbol","renderFn":"cellOnClick","renderFnParams":{"actionType":"groupBy","groupBy":{"paramName":"symbol"}}}""",
            "?symbol=AAPL,MSFT");
        await Expect(studio.Rows).ToHaveCountAsync(2);

        await studio.Cell("MSFT", "symbol").ClickAsync();

        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.Rows.First).ToHaveAttributeAsync("data-row-id", "MSFT");
    }

    [Fact]
    public async Task Click_SendToAgent_ShowsWhatWouldBeSent()
    {
        var studio = await OpenDefinitionAsync(
            """{"field":"symbol","headerName":"Symbol","renderFn":"cellOnClick","renderFnParams":{"actionType":"sendToAgent","sendToAgent":{"markdown":"Tell me about {symbol} at {price}"}}}""");

        await studio.Cell("TSLA", "symbol").ClickAsync();

        await Expect(studio.Page.GetByTestId("click-note")).ToContainTextAsync("Tell me about TSLA at 245");
    }

    [Fact]
    public async Task Append_FeedWithoutRowIds_FollowsTheEndUnlessScrolledAway()
    {
        var host = StartQuietHost(("Widgets:Path", Write("""{"field":"symbol","headerName":"Symbol"}""", "")), ("Studio:AppendLimit", "60"));
        var studio = await OpenAsync(host, "/preview/w?symbol=AAPL", new ViewportSize { Width = 900, Height = 500 });
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await PublishAsync(host, studio, 1, 20);
        // Rows that arrive before the grid's script count as initial rows: the grid shows the first of them.
        await studio.Grid.EvaluateAsync("grid => { grid.scrollTop = grid.scrollHeight; }");
        await Expect(studio.Grid.Locator("[data-row-id='#21']")).ToBeInViewportAsync();
        await PublishAsync(host, studio, 21, 40);
        await Expect(studio.Grid.Locator("[data-row-id='#41']")).ToBeInViewportAsync();

        await studio.Grid.EvaluateAsync("grid => { grid.scrollTop = 0; }");
        await Expect(studio.Grid.Locator("[data-row-id='#1']")).ToBeInViewportAsync();
        await PublishAsync(host, studio, 41, 50);
        await Expect(studio.Grid.Locator("[data-row-id='#1']")).ToBeInViewportAsync();

        await PublishAsync(host, studio, 51, 80);
        await Expect(studio.Page.GetByTestId("trimmed-rows")).ToContainTextAsync("The newest 60 rows are kept");
    }

    private static async Task<IEnumerable<string?>> RowIdsAsync(StudioPageObject studio) =>
        await studio.Rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.rowId)");

    /// <summary>One tick after the other, each seen by the page before the next.</summary>
    private static async Task PublishAsync(StudioFactory host, StudioPageObject studio, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            host.Ticks.Publish("AAPL", i);
            var count = Math.Min(i + 2, 61).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Expect(studio.Grid).ToHaveAttributeAsync("aria-rowcount", count);
        }
    }

    private async Task<StudioPageObject> OpenDefinitionAsync(string column, string query = "")
    {
        var studio = await OpenAsync(StartQuietHost(("Widgets:Path", Write(column, "\"wsRowIdColumn\":\"symbol\","))), "/preview/w" + query);
        await Expect(studio.Rows.First).ToBeVisibleAsync();
        return studio;
    }

    private string Write(string column, string rowId)
    {
        var file = Path.Combine(_folder.FullName, "widgets.json");
        File.WriteAllText(
            file,
            $$$"""
            {"w":{"name":"W","description":"","type":"live_grid","endpoint":"live_grid_data","wsEndpoint":"live_grid_ws",
             "data":{{{{rowId}}}"table":{"showAll":true,"columnsDefs":[{{{column}}}]}},
             "params":[{"paramName":"symbol","value":"TSLA"}]}}
            """);
        return file;
    }
}
