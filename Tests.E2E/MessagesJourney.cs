using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author reads the received messages and their effects.</summary>
public sealed class MessagesJourney(BrowserFixture browser) : Journey(browser)
{
    /// <summary>Elements with a scroll bar of their own: in an opened message, and around it up to the page.</summary>
    private const string ScrollersAround =
        """
        open => {
          const around = [];
          for (let box = open; box !== document.body; box = box.parentElement) around.push(box);
          return [...around, ...open.querySelectorAll("*")].filter(box => /auto|scroll/.test(getComputedStyle(box).overflowY)).length;
        }
        """;

    [Fact]
    public async Task Pause_WhileFramesCome_KeepsTheListAndCountsTheRest()
    {
        var host = StartQuietHost();
        var studio = await OpenWithThreeAsync(host);

        await studio.Page.GetByTestId("message-pause").ClickAsync();
        await Expect(studio.Page.GetByTestId("message-paused")).ToContainTextAsync("Nothing has come since");
        host.Ticks.Publish("TSLA", 260);

        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("260");
        await Expect(studio.Page.GetByTestId("message-paused")).ToContainTextAsync("1 message went by since");
        await Expect(studio.Messages).ToHaveCountAsync(3);

        await studio.Page.GetByTestId("message-pause").ClickAsync();
        await Expect(studio.Page.GetByTestId("message-paused")).ToHaveCountAsync(0);
        await PublishAsync(host, studio, "TSLA", 270, 4);
        await Expect(studio.Messages.First).ToContainTextAsync("TSLA: price 260 → 270");
    }

    [Fact]
    public async Task Filter_ByTextAndEffect_NarrowsTheList()
    {
        var studio = await OpenWithThreeAsync(StartQuietHost());
        var filter = studio.Page.GetByLabel("Text or row id");

        await filter.FillAsync("AAPL");
        await Expect(studio.Messages).ToHaveCountAsync(1);
        await Expect(studio.Messages.First).ToContainTextAsync("AAPL: price 150 → 151");
        await filter.FillAsync("");
        await studio.Page.GetByTestId("message-kind-unknown").ClickAsync();
        await Expect(studio.Messages).ToHaveCountAsync(0);
        await studio.Page.GetByTestId("message-show-all").ClickAsync();
        await Expect(studio.Messages).ToHaveCountAsync(3);

        await studio.Page.GetByTestId("message-clear").ClickAsync();
        await Expect(studio.Messages).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_Frame_ShowsItsTextItsCellsAndWhatWasIgnored()
    {
        var studio = await OpenWithThreeAsync(StartQuietHost());

        await studio.Messages.Last.Locator("button").ClickAsync();

        var open = studio.Page.GetByTestId("message-open");
        await Expect(open.GetByTestId("message-raw")).ToContainTextAsync("\"price\": 250");
        var cells = open.GetByTestId("message-cells-table");
        await Expect(cells.Locator("li", new() { HasTextString = "price" })).ToContainTextAsync("245 → 250");
        await Expect(cells.Locator("li", new() { HasTextString = "volume" })).ToContainTextAsync("ignored: the column is not live");
        Assert.Equal(1, await open.EvaluateAsync<int>(ScrollersAround));
        await Expect(studio.Page.GetByTestId("message-total")).ToHaveTextAsync("3");
        await Expect(studio.Page.GetByTestId("message-ignored")).ToContainTextAsync("3");
        await Expect(studio.Page.GetByTestId("message-rate-chart").Locator("svg")).ToBeVisibleAsync();
        await Expect(studio.Page.GetByTestId("message-age-chart").Locator("svg")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_Alone_MoveAndOpenAndTheFocusStaysWhileMoreCome()
    {
        var host = StartQuietHost();
        var studio = await OpenWithThreeAsync(host);
        await studio.Page.GetByTestId("message-kind-lost").FocusAsync();
        await studio.TabToAsync(Head(3));

        await studio.Page.Keyboard.PressAsync("End");
        await Expect(Head(1)).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(Head(2)).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Enter");
        await Expect(Head(2)).ToHaveAttributeAsync("aria-expanded", "true");
        await PublishAsync(host, studio, "TSLA", 251, 4);
        await Expect(Head(2)).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Home");
        await Expect(Head(4)).ToBeFocusedAsync();
        // The Tab stop follows the focus once the host knows of it.
        await Expect(Head(4)).ToHaveAttributeAsync("tabindex", "0");

        await studio.Page.Keyboard.PressAsync("Tab");
        await Expect(studio.Page.Locator("[data-message] :focus")).ToHaveCountAsync(0);
        await studio.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(Head(4)).ToBeFocusedAsync();

        ILocator Head(int number) => studio.Page.Locator($"[data-message='{number}'] > button");
    }

    /// <summary>The studio after three frames of one row each.</summary>
    private async Task<StudioPageObject> OpenWithThreeAsync(StudioFactory host)
    {
        var studio = await OpenAsync(host, "/?symbol=TSLA,AAPL");
        await Expect(studio.Rows).ToHaveCountAsync(2);
        await PublishAsync(host, studio, "TSLA", 250, 1);
        await PublishAsync(host, studio, "AAPL", 151, 2);
        await PublishAsync(host, studio, "TSLA", 249, 3);
        return studio;
    }

    private static async Task PublishAsync(StudioFactory host, StudioPageObject studio, string symbol, double price, int count)
    {
        host.Ticks.Publish(symbol, price);
        await Expect(studio.Messages).ToHaveCountAsync(count);
    }
}
