using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>A card beyond its grid: options from an endpoint, refresh and run, intervals, its size.</summary>
public sealed class CardJourney(BrowserFixture browser, LeapingHostFixture fixture)
    : FaultyBackendJourney(browser, fixture.Host), IClassFixture<LeapingHostFixture>
{
    private const string Params =
        """
        [{"paramName":"venue","value":"X","label":"Venue","type":"text","options":[{"label":"X","value":"X"},{"label":"Y","value":"Y"}]},
         {"paramName":"pair","value":"","label":"Pair","type":"endpoint","optionsEndpoint":"pairs","optionsParams":{"venue":"$venue"}}]
        """;

    [Fact]
    public async Task Choose_FromAnEndpoint_AsksItWithTheOtherValuesAndSendsTheChoice()
    {
        var backend = await StartCardAsync($"\"params\":{Params}");
        backend.Answer("/pairs", """[{"label":"Euro","value":"EURUSD"},{"label":"Yen","value":"USDJPY"}]""");
        var studio = await OpenAsync(Host, Address(backend, "w"));
        await Expect(studio.Rows).ToHaveCountAsync(1);
        Assert.Equal("?venue=X", Last(backend, "/pairs").Query);

        await studio.ChooseAsync("pair", "Yen");
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("pair=USDJPY"));
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await backend.UntilAskedAsync("/rows", "?venue=X&pair=USDJPY");

        await studio.ChooseAsync("venue", "Y");
        await backend.UntilAskedAsync("/pairs", "?venue=Y");
    }

    [Fact]
    public async Task Choose_EndpointThatFails_SaysWhyAndTakesATypedValue()
    {
        var backend = await StartCardAsync($"\"params\":{Params}");
        backend.Answer("/pairs", """{"detail":"no pairs today"}""", status: 500);
        var studio = await OpenAsync(Host, Address(backend, "w"));

        await Expect(studio.Page.GetByTestId("param-pair-problem")).ToContainTextAsync("no pairs today");
        await studio.Param("pair").FillAsync("GBPUSD");
        await backend.UntilAskedAsync("/rows", "?venue=X&pair=GBPUSD");

        backend.Answer("/pairs", """[{"label":"Pound","value":"GBPUSD"}]""");
        await studio.Page.GetByTestId("param-pair-retry").ClickAsync();
        await Expect(studio.Page.GetByTestId("param-pair-problem")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Refresh_Pressed_FetchesTheRowsAnew()
    {
        var backend = await StartCardAsync("\"staleTime\":60000,\"refetchInterval\":false");
        var studio = await OpenAsync(Host, Address(backend, "w"));
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");

        backend.Answer("/rows", """[{"id":"a","p":2},{"id":"b","p":3}]""");
        await studio.Page.GetByTestId("refresh").ClickAsync();

        await Expect(studio.Rows).ToHaveCountAsync(2);
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task Wait_ForStaleTimeAndInterval_SaysSoAndThenFetchesByItself()
    {
        var backend = await StartCardAsync("\"staleTime\":60000,\"refetchInterval\":120000");
        var studio = await OpenAsync(Host, Address(backend, "w"));
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");
        backend.Answer("/rows", """[{"id":"a","p":2}]""");

        fixture.Clock.Leap(TimeSpan.FromSeconds(61));
        await Expect(studio.Page.GetByTestId("refresh")).ToContainTextAsync("Stale data");
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");

        fixture.Clock.Leap(TimeSpan.FromSeconds(60));
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("2");
        await Expect(studio.Page.GetByTestId("refresh")).Not.ToContainTextAsync("Stale data");
    }

    [Fact]
    public async Task Run_ChangedParameters_WaitForTheButton()
    {
        var backend = await StartCardAsync("""
            "runButton":true,"params":[{"paramName":"symbol","value":"TSLA","label":"Symbol","type":"text"}]
            """);
        var studio = await OpenAsync(Host, Address(backend, "w"));
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.Param("symbol").FillAsync("AAPL");
        await Expect(studio.Page.GetByTestId("held-note")).ToBeVisibleAsync();
        Assert.Equal("?symbol=TSLA", Last(backend, "/rows").Query);

        await studio.Page.GetByTestId("run").ClickAsync();
        await backend.UntilAskedAsync("/rows", "?symbol=AAPL");
        await Expect(studio.Page.GetByTestId("held-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Resize_ByKeysAndByDrag_ChangesTheCardAndCanBeWritten()
    {
        HasEditor = true;
        var backend = await StartCardAsync("\"gridData\":{\"w\":20,\"h\":9}");
        var studio = await OpenAsync(Host, Address(backend, "w"));
        // The card and the editor appear after the page; the editor would take the focus.
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.WaitForEditorAsync();
        var frame = studio.Page.GetByTestId("card-frame");
        await Expect(frame).ToHaveAttributeAsync("data-columns", "20");

        await studio.Page.GetByTestId("card-handle").FocusAsync();
        await studio.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(frame).ToHaveAttributeAsync("data-columns", "21");
        await studio.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(frame).ToHaveAttributeAsync("data-rows", "8");

        var before = (await frame.BoundingBoxAsync())!;
        var handle = (await studio.Page.GetByTestId("card-handle").BoundingBoxAsync())!;
        await studio.Page.Mouse.MoveAsync(handle.X + 5, handle.Y + 5);
        await studio.Page.Mouse.DownAsync();
        await studio.Page.Mouse.MoveAsync(handle.X + 5, handle.Y + 5 + 84, new() { Steps = 4 });
        await studio.Page.Mouse.UpAsync();
        await Expect(frame).ToHaveAttributeAsync("data-rows", "10");
        Assert.Equal(before.Height + 84, (await frame.BoundingBoxAsync())!.Height, 2.0);

        await studio.Page.GetByTestId("card-write").ClickAsync();
        await Expect(new EditorPageObject(studio.Page).Text).ToContainTextAsync("\"w\": 21");
        await Expect(studio.Page.GetByTestId("card-resized")).ToHaveCountAsync(0);
    }

    private async Task<FaultyBackend> StartCardAsync(string more)
    {
        var backend = await StartOddAsync();
        backend.Answer(
            "/widgets.json",
            $$$"""
            {"w":{"name":"W","description":"","type":"table","endpoint":"rows",{{{more}}},
             "data":{"wsRowIdColumn":"id","table":{"showAll":true,"columnsDefs":[{"field":"id","headerName":"Id"},{"field":"p","headerName":"P"}]} } } }
            """);
        backend.Answer("/rows", """[{"id":"a","p":1}]""");
        return backend;
    }

    private static FaultyRequest Last(FaultyBackend backend, string path) => backend.Requests.Last(request => request.Path == path);
}
