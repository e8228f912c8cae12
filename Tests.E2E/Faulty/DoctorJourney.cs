using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>An author has a backend examined, mends it, and has it examined again.</summary>
public sealed class DoctorJourney(BrowserFixture browser, AskingHostFixture fixture) : Journey(browser), IClassFixture<AskingHostFixture>
{
    private const string Widgets = """
        {"grid": {"name": "Grid", "description": "D", "type": "live_grid", "endpoint": "rows", "wsEndpoint": "rows_ws",
          "data": {"wsRowIdColumn": "symbol", "table": {"columnsDefs": [
            {"field": "symbol", "headerName": "Symbol"}, {"field": "price", "headerName": "Price", "renderFn": "showCellChange"}]}}}}
        """;

    [Fact]
    public async Task Examine_BrokenBackend_SaysWhatToMendAndSeesItMended()
    {
        await using var backend = await FaultyBackend.StartAsync();
        backend.Answer("/widgets.json", Widgets);
        backend.Answer("/rows", """{"detail": "no key"}""");
        backend.SocketStatus = 403;
        var page = (await OpenAsync(fixture.Host, $"/doctor?backend={Uri.EscapeDataString(backend.Address.ToString())}", new ViewportSize { Width = 420, Height = 900 })).Page;

        await Expect(page.GetByTestId("read-question")).ToContainTextAsync("Shall this host read");
        Assert.Empty(backend.Requests);
        await page.GetByTestId("read-allow").ClickAsync();

        await Expect(page.GetByTestId("doctor-verdict")).ToHaveAttributeAsync("data-verdict", "broken");
        await Expect(page.GetByTestId("group-cors")).ToHaveAttributeAsync("data-status", "error");
        await Expect(page.GetByTestId("details-socket").GetByTestId("step-socket.handshake")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("details-reach").GetByTestId("step-reach.address")).ToBeHiddenAsync();
        await page.GetByTestId("details-reach").Locator("summary").ClickAsync();
        await Expect(page.GetByTestId("details-reach").GetByTestId("step-reach.address")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Accessibility.CheckAsync(page);
        await page.GetByTestId("theme-switch").ClickAsync();
        await Accessibility.CheckColoursAsync(page);

        backend.AllowOrigin = "*";
        backend.SocketStatus = null;
        backend.Answer("/rows", """[{"symbol": "TSLA", "price": 1}]""");
        await page.GetByTestId("doctor-run").ClickAsync();
        await Expect(page.GetByTestId("doctor-running")).ToBeVisibleAsync();
        await (await backend.NextSocketAsync()).SendAsync("""{"symbol": "TSLA", "price": 2}""");

        await Expect(page.GetByTestId("doctor-verdict")).ToHaveAttributeAsync("data-verdict", "ready");
        await Expect(page.GetByTestId("doctor-verdict")).ToContainTextAsync("Workspace can use this backend");
        Assert.Empty(ConsoleErrors);
    }
}
