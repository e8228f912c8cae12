using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>What surrounds the grid: theme, bare widget, lost circuit, edited definitions.</summary>
public sealed class StudioJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser)
{
    [Fact]
    public async Task Switch_Theme_TurnsLightAndStaysSo()
    {
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        var dark = await BackgroundAsync(studio.Page);

        await studio.Page.GetByTestId("theme-switch").ClickAsync();
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        var light = await BackgroundAsync(studio.Page);
        await studio.Page.ReloadAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);

        Assert.NotEqual(dark, light);
        Assert.Equal(light, await BackgroundAsync(studio.Page));
    }

    [Fact]
    public async Task Open_Preview_ShowsTheWidgetAlone()
    {
        var studio = await OpenAsync(shared.Host, "/preview/live_grid?symbol=TSLA,AAPL&theme=light&merge=workspace");

        await Expect(studio.Rows).ToHaveCountAsync(2);
        await Expect(studio.Page.GetByTestId("theme-switch")).ToHaveCountAsync(0);
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact]
    public async Task Open_UnknownPreview_NamesTheKnownWidgets()
    {
        var studio = await OpenAsync(shared.Host, "/preview/nope");

        await Expect(studio.Page.GetByText("There is no such widget")).ToBeVisibleAsync();
        await Expect(studio.Page.GetByText("live_grid")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Lose_Circuit_NoticeShowsAndTheGridIsNotLive()
    {
        var host = StartQuietHost();
        var studio = await OpenAsync(host);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        await host.DisposeAsync();

        await Expect(studio.Page.GetByText("The connection to the studio is lost")).ToBeVisibleAsync();
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "reconnecting");
    }

    [Fact]
    public async Task Edit_Definitions_TakesEffectAndABrokenEditIsReported()
    {
        var folder = Directory.CreateTempSubdirectory("livegrid-");
        var file = Path.Combine(folder.FullName, "widgets.json");
        var good = """{"live_grid":{"name":"First name","description":"","type":"live_grid","endpoint":"live_grid_data","params":[{"paramName":"symbol","value":"AAPL"}]}}""";
        await File.WriteAllTextAsync(file, good);
        var studio = await OpenAsync(StartQuietHost(("Widgets:Path", file)));
        var heading = studio.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2 }).First;
        await Expect(heading).ToHaveTextAsync("First name");

        await File.WriteAllTextAsync(file, good.Replace("First name", "Second name", StringComparison.Ordinal));
        await Expect(heading).ToHaveTextAsync("Second name");

        await File.WriteAllTextAsync(file, "{\n  \"live_grid\": {\n    \"name\": oops\n");
        var problem = studio.Page.GetByTestId("document-problem");
        await Expect(problem).ToContainTextAsync("widgets.json(3,");
        await Expect(heading).ToHaveTextAsync("Second name");

        await File.WriteAllTextAsync(file, good);
        await Expect(problem).ToHaveCountAsync(0);
        await Expect(heading).ToHaveTextAsync("First name");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Open_WidgetOfAnotherEndpoint_SaysThatItIsNotServed()
    {
        var folder = Directory.CreateTempSubdirectory("livegrid-");
        var file = Path.Combine(folder.FullName, "widgets.json");
        await File.WriteAllTextAsync(file, """{"orders":{"name":"Orders","description":"","type":"live_grid","endpoint":"orders"}}""");

        var studio = await OpenAsync(StartQuietHost(("Widgets:Path", file)));

        await Expect(studio.Page.GetByText("This host does not serve the endpoint orders")).ToBeVisibleAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Open_NarrowScreen_NothingOverflows()
    {
        var studio = await OpenAsync(shared.Host, "/", new ViewportSize { Width = 420, Height = 900 });
        await Expect(studio.Rows).ToHaveCountAsync(1);

        Assert.True(await studio.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
