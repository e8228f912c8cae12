using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author has a definition and no backend.</summary>
public sealed class PasteJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser)
{
    [Fact]
    public async Task Give_Files_PreviewsThemAndSendsTheirFramesByHand()
    {
        var studio = await OpenPasteAsync();

        await studio.Page.GetByTestId("paste-panel").Locator("input[type=file]").SetInputFilesAsync(
            Path.Combine(Repository.Folder, "docs", "samples", "prices.json"));
        await Expect(studio.Page.GetByTestId("paste-taken")).ToContainTextAsync("prices.json");
        await studio.Page.GetByTestId("paste-preview").ClickAsync();

        await Expect(studio.Heading).ToHaveTextAsync("Prices");
        await Expect(studio.Cell("TSLA", "price")).ToHaveTextAsync("245");
        await studio.Page.GetByLabel("A frame by hand").FillAsync("""{"symbol":"TSLA","price":1}""");
        await studio.Page.GetByTestId("send-one").ClickAsync();
        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("1");
        await Expect(studio.Cell("TSLA", "price")).ToHaveAttributeAsync("data-change", "down");
    }

    [Fact]
    public async Task Loop_Frames_GoesOnUntilItIsStopped()
    {
        var studio = await OpenPasteAsync();
        await studio.Page.GetByLabel("Definition (JSON)").FillAsync(
            """{"name":"P","description":"","type":"live_grid","endpoint":"e","wsEndpoint":"w","data":{"wsRowIdColumn":"id","table":{"columnsDefs":[{"field":"id","headerName":"Id"},{"field":"p","headerName":"P"}]}}}""");
        await studio.Page.GetByLabel("Rows (JSON)").FillAsync("""[{"id":"a","p":0}]""");
        await studio.Page.GetByLabel("Frames, one a line").FillAsync("{\"id\":\"a\",\"p\":1}\n{\"id\":\"a\",\"p\":2}");
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("0");

        await studio.Page.GetByTestId("send-loop").ClickAsync();
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("2");
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");
        await studio.Page.GetByTestId("send-loop").ClickAsync();
        await Expect(studio.Page.GetByTestId("send-loop")).ToContainTextAsync("Loop");
    }

    private async Task<StudioPageObject> OpenPasteAsync()
    {
        var studio = await OpenAsync(shared.Host);
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("use-paste").ClickAsync();
        await Expect(studio.Page.GetByTestId("paste-panel")).ToBeVisibleAsync();
        return studio;
    }
}
