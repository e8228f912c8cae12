using LiveGridStudio.Tests.E2E.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>Unexpected rows and frames.</summary>
public sealed class RowsJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    private const string Evil = "<img src=x onerror=window.hacked=true><script>window.hacked=true</script>";

    [Fact]
    public async Task Open_CompositeIds_EachMessageFindsItsRow()
    {
        var backend = await StartOddAsync();
        backend.Answer(
            "/odd_rows",
            """[{"book":"A","line":1,"price":10},{"book":"A","line":2,"price":20},{"book":"B","line":1,"price":30},{"book":"B","line":null,"price":40}]""");
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);

        await socket.SendAsync("""[{"book":"A","line":2,"price":19},{"book":"B","line":1,"price":31}]""");
        await socket.SendAsync("""{"book":"B","price":41}""");

        await Expect(studio.Cell("A-2", "price")).ToHaveAttributeAsync("data-change", "down");
        await Expect(studio.Cell("B-1", "price")).ToHaveAttributeAsync("data-change", "up");
        await Expect(studio.Cell("B-", "price").Locator(".lg-text")).ToHaveTextAsync("41");
        await Expect(studio.Cell("A-1", "price")).ToHaveTextAsync("10");
        await Expect(studio.Rows).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Open_ArraysAndNulls_AreShownAsTexts()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        await WaitUntilLiveAsync(backend, studio);

        await Expect(studio.Cell("A-B-C", "tags").First).ToHaveTextAsync("x, null, 3");
        await Expect(studio.Cell("A-B-C", "more").First).ToHaveTextAsync("""{"a":[1,{"b":null}]}""");
        await Expect(studio.Cell("A-", "line")).ToHaveTextAsync("-");
        await Expect(studio.Cell("A-", "note")).ToHaveTextAsync("-");
        await Expect(studio.Cell("A-", "price")).ToHaveTextAsync("-0.500");
        await Expect(studio.Problem("LG015")).ToContainTextAsync("0700");
        await Expect(studio.Problem("LG027")).ToContainTextAsync("A-B-C");
    }

    [Fact]
    public async Task Receive_NullAmongRows_CountsTheRestAndSaysThatWorkspaceLosesAll()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);

        await socket.SendAsync("""[{"book":"A","line":null,"price":7},null]""");

        await Expect(studio.Cell("A-", "price").Locator(".lg-text")).ToHaveTextAsync("7");
        await Expect(studio.Messages.First).ToContainTextAsync("A-: price -0.5 → 7");
        await Expect(studio.Problem("LG021")).ToBeVisibleAsync();

        await studio.Page.GetByTestId("merge-workspace").ClickAsync();
        await Expect(studio.Cell("A-", "price")).ToHaveTextAsync("-0.500");
        Assert.Equal(1, backend.OpenSockets);
        await socket.SendAsync("""[{"book":"A","line":null,"price":8},null]""");

        await Expect(studio.Messages.First).ToContainTextAsync("the whole frame is lost (Workspace)");
        await Expect(studio.Cell("A-", "price")).ToHaveTextAsync("-0.500");
    }

    [Fact]
    public async Task Receive_ManyFramesWhileAnOldOneHasTheFocus_LeavesItToTheOldestThatIsKept()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);
        await socket.SendAsync("""{"book":"A","line":null,"price":1}""");
        var oldest = studio.Messages.Last.Locator("button");
        await oldest.FocusAsync();

        for (var i = 2; i <= 260; i++)
        {
            await socket.SendAsync($$"""{"book":"A","line":null,"price":{{i}}}""");
        }

        await Expect(studio.Page.GetByTestId("message-total")).ToHaveTextAsync("260");
        await Expect(studio.Page.Locator("[data-message='1']")).ToHaveCountAsync(0);
        await Expect(oldest).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Receive_FramesThatAreNoRows_KeepTheGridAndAreNamed()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend);
        var socket = await WaitUntilLiveAsync(backend, studio);

        await socket.SendAsync("{\"book\": oops");
        await Expect(studio.Messages.First).ToContainTextAsync("not JSON");
        await socket.SendAsync("null");
        await Expect(studio.Messages.First).ToContainTextAsync("the frame is lost");
        await socket.SendAsync("[[1,2],\"text\"]");
        await Expect(studio.Messages.First).ToContainTextAsync("in the place of a row");
        await socket.SendAsync("""{"book":"nobody","line":9,"price":1}""");
        await Expect(studio.Messages.First).ToContainTextAsync("nobody-9 is unknown");

        await socket.SendAsync("""{"book":"A","line":null,"price":3}""");
        await Expect(studio.Cell("A-", "price").Locator(".lg-text")).ToHaveTextAsync("3");
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Page.GetByTestId("message-lost")).ToContainTextAsync("2");
    }

    [Fact]
    public async Task Open_MarkupEverywhere_NeverBecomesMarkup()
    {
        HasEditor = true;
        var backend = await StartOddAsync();
        backend.Answer("/widgets.json", HostileWidgets());
        backend.Answer("/evil_rows", $$"""[{"{{Evil}}":"{{Evil}}","id":"{{Evil}}","list":["{{Evil}}"],"link":"javascript:window.hacked=true"}]""");
        var dialogs = 0;
        var studio = await OpenAsync(Host, Address(backend, "evil"));
        studio.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        var socket = await backend.NextSocketAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await socket.SendAsync($$"""{"id":"{{Evil}}","list":"{{Evil}} 2"}""");
        await Expect(studio.Messages.First).ToContainTextAsync("<img");
        await studio.Messages.First.Locator("button").ClickAsync();
        await Expect(studio.Page.GetByTestId("message-raw")).ToContainTextAsync("<img");
        await studio.WaitForEditorAsync();
        await studio.TabAsync("Columns");

        await Expect(studio.Heading).ToHaveTextAsync(Evil);
        await Expect(studio.Cell(Evil, "list")).ToContainTextAsync("<img");
        await Expect(studio.Page.Locator("img:not([src='favicon.svg'])")).ToHaveCountAsync(0);
        await Expect(studio.Page.Locator("a[href^=javascript]")).ToHaveCountAsync(0);
        Assert.False(await HasBeenHackedAsync(studio.Page));
        Assert.Equal(0, dialogs);
    }

    private static string HostileWidgets() =>
        $$$"""
        {"evil":{"name":"{{{Evil}}}","description":"{{{Evil}}}","category":"{{{Evil}}}","type":"live_grid",
          "endpoint":"evil_rows","wsEndpoint":"odd_ws",
          "params":[{"paramName":"p","label":"{{{Evil}}}","description":"{{{Evil}}}","value":"{{{Evil}}}",
            "options":[{"label":"{{{Evil}}}","value":"{{{Evil}}}"}]}],
          "data":{"wsRowIdColumn":"id","table":{"showAll":true,"columnsDefs":[
            {"field":"id","headerName":"{{{Evil}}}","headerTooltip":"{{{Evil}}}"},
            {"field":"list","headerName":"List","renderFn":"hoverCard","renderFnParams":{"hoverCard":{"title":"{{{Evil}}}","markdown":"{{{Evil}}}"} } },
            {"field":"link","headerName":"Link"}]} } } }
        """;
}
