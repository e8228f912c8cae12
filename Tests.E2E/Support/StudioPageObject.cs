using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>The studio as its user sees it.</summary>
internal sealed class StudioPageObject(IPage page)
{
    public IPage Page => page;

    public ILocator Grid => page.GetByTestId("live-grid");

    public ILocator Rows => Grid.Locator("[data-row-id]");

    public ILocator FeedState => page.GetByTestId("feed-state");

    public ILocator Cell(string rowId, string field) => page.GetByTestId($"cell-{rowId}-{field}");

    /// <summary>Waits until the studio's editor is up; until then it may still take the focus from what is open.</summary>
    public async Task WaitForEditorAsync()
    {
        if (await page.GetByTestId("definition-editor").CountAsync() > 0)
        {
            await page.Locator(".editor-body[data-ready=true]").WaitForAsync();
        }
    }

    /// <summary>Ticks or unticks choices of a parameter.</summary>
    public async Task ToggleAsync(string label, params string[] choices)
    {
        await WaitForEditorAsync();
        await page.GetByLabel(label).First.ClickAsync();
        foreach (var choice in choices)
        {
            await page.Locator(".mud-popover-open .mud-list-item", new PageLocatorOptions { HasTextString = choice }).ClickAsync();
        }

        await page.Keyboard.PressAsync("Escape");
    }
}
