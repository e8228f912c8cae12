using LiveGridStudio.Tests.E2E.Faulty;
using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author finds a widget among many.</summary>
public sealed class ListJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    [Fact]
    public async Task Open_Backend_ListsWidgetsByCategoryWithTypeAndFindings()
    {
        var studio = await OpenAsync(await StartOddAsync());
        await Expect(studio.Rows).ToHaveCountAsync(4);

        var list = studio.Page.GetByTestId("widget-list");
        await Expect(list.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Odd", "Broken", "Other"]);
        await Expect(list.GetByTestId("widget-odd").GetByTestId("widget-name")).ToHaveTextAsync("Odd <i>grid</i>");
        await Expect(list.GetByTestId("widget-odd").Locator(".item-type")).ToHaveTextAsync("live_grid");
        await Expect(list.GetByTestId("widget-odd").GetByTestId("widget-findings")).ToHaveAttributeAsync("title", "2 findings");
        await Expect(studio.Page.GetByTestId("problems").Locator("li")).ToHaveCountAsync(2);
        await Expect(list.GetByTestId("widget-still").Locator(".item-type")).ToHaveTextAsync("table");
        await Expect(list.GetByTestId("widget-odd")).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task SwitchOff_Rule_IsRememberedByTheBrowser()
    {
        var page = (await OpenAsync(Host, "/?widget=find_the_mistakes")).Page;
        await Expect(page.GetByTestId("problem-LG016")).ToBeVisibleAsync();

        await page.GetByTestId("off-LG016").Locator("summary").ClickAsync();
        await page.GetByTestId("off-LG016").GetByTestId("off-document").ClickAsync();
        await Expect(page.GetByTestId("problem-LG016")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("rules-off")).ToContainTextAsync("1 finding not shown");

        await page.ReloadAsync();
        await Expect(page.GetByTestId("rules-off")).ToContainTextAsync("LG016");
        await Expect(page.GetByTestId("problem-LG016")).ToHaveCountAsync(0);
        await page.GetByTestId("on-LG016").ClickAsync();
        await Expect(page.GetByTestId("problem-LG016")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByTestId("problem-LG016")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("rules-off")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Search_Words_FindsByNameTypeAndCategory()
    {
        var studio = await OpenAsync(await StartOddAsync());
        await Expect(studio.Rows).ToHaveCountAsync(4);
        var items = studio.Page.GetByTestId("widget-list").Locator("li");
        var search = studio.Page.GetByLabel("Search widgets");

        await search.FillAsync("broken");
        await Expect(items).ToHaveCountAsync(3);
        await search.FillAsync("table");
        await Expect(items).ToHaveCountAsync(1);
        await Expect(items).ToContainTextAsync("Still table");
        await search.FillAsync("<i>");
        await Expect(items).ToContainTextAsync("Odd <i>grid</i>");
        await search.FillAsync("no such thing");
        await Expect(items).ToHaveCountAsync(0);
        await Expect(studio.Page.GetByTestId("widget-list")).ToContainTextAsync("No widget matches");
        await studio.Page.GetByTestId("widget-show-all").ClickAsync();
        await Expect(items).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task Choose_TypeThatIsNotPreviewed_StillShowsDefinitionAndFindings()
    {
        HasEditor = true;
        var backend = await StartOddAsync();
        backend.Answer(
            "/widgets.json",
            """{"c":{"name":"Chart","description":"Not previewed","category":"Other","type":"chart","endpoint":"http://intranet.test/c","gridData":{"w":90,"h":9}}}""");
        var studio = await OpenAsync(Host, Address(backend, "c"));
        await studio.WaitForEditorAsync();

        await Expect(studio.Page.GetByTestId("widget-c")).ToContainTextAsync("chart · not previewed");
        await Expect(studio.Page.GetByText("Widgets of type chart are not previewed here")).ToBeVisibleAsync();
        await Expect(studio.Grid).ToHaveCountAsync(0);
        await Expect(new EditorPageObject(studio.Page).Text).ToContainTextAsync("\"Not previewed\"");
        await Expect(studio.Problem("LG010")).ToBeVisibleAsync();
        await Expect(studio.Problem("LG013")).ToBeVisibleAsync();
        Assert.DoesNotContain(backend.Requests, static request => request.Path == "/c");
    }

    [Fact]
    public async Task Keys_Alone_SearchChooseFilterSortAndEdit()
    {
        HasEditor = true;
        var studio = await OpenAsync(await StartOddAsync(), "still");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.WaitForEditorAsync();
        var keys = studio.Page.Keyboard;

        await studio.TabToAsync(studio.Page.GetByLabel("Search widgets"));
        await keys.TypeAsync("rows");
        await Expect(studio.Page.GetByTestId("widget-list").Locator("li")).ToHaveCountAsync(2);
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("live_grid");
        await Expect(studio.Page.GetByTestId("widget-list").Locator("li")).ToHaveCountAsync(4);
        await keys.PressAsync("ArrowDown");
        await Expect(studio.Page.GetByTestId("widget-odd")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(studio.Page.GetByTestId("widget-broken")).ToBeFocusedAsync();
        await keys.PressAsync("Home");
        await keys.PressAsync("Enter");
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await studio.WaitForEditorAsync();

        await studio.TabToAsync(studio.Page.GetByLabel("Filter"));
        await keys.TypeAsync("bold");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await keys.PressAsync("Control+a");
        await keys.PressAsync("Delete");
        await Expect(studio.Rows).ToHaveCountAsync(4);

        await studio.TabToAsync(studio.Grid);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Enter");
        await Expect(studio.Grid.Locator("[role=columnheader][data-field=line]")).ToHaveAttributeAsync("aria-sort", "ascending");

        await studio.TabToAsync(studio.Page.GetByRole(AriaRole.Tab, new() { Name = "Definition" }));
        await keys.PressAsync("ArrowRight");
        await Expect(studio.Page.GetByRole(AriaRole.Tab, new() { Name = "Columns" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(studio.Page.GetByTestId("header-book")).ToBeVisibleAsync();
        await studio.TabToAsync(studio.Page.GetByTestId("header-book"));
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("Desk");
        await keys.PressAsync("Tab");
        await Expect(studio.Grid.Locator("[role=columnheader][data-field=book]")).ToHaveTextAsync("Desk");
    }
}
