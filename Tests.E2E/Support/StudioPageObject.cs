using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>The studio as its user sees it.</summary>
internal sealed class StudioPageObject(IPage page)
{
    public IPage Page => page;

    /// <summary>The grid once its script handles keys and the pointer; rows exist before that.</summary>
    public ILocator Grid => page.Locator("[data-testid=live-grid][data-ready=true]");

    public ILocator Rows => Grid.Locator("[data-row-id]");

    public ILocator FeedState => page.GetByTestId("feed-state");

    /// <summary>The name of the widget that is shown.</summary>
    public ILocator Heading => page.Locator(".card-title");

    /// <summary>Frames, newest first.</summary>
    public ILocator Messages => page.GetByTestId("message");

    public ILocator Problem(string rule) => page.GetByTestId($"problem-{rule}").First;

    /// <summary>The field of a parameter.</summary>
    public ILocator Param(string name) => page.GetByTestId($"param-{name}");

    /// <summary>Types an address and presses the button.</summary>
    public async Task ConnectAsync(Uri backend)
    {
        await page.GetByLabel("Backend", new() { Exact = true }).FillAsync(backend.ToString());
        await page.GetByTestId("connect").ClickAsync();
    }

    /// <summary>Shows a tab beside the preview.</summary>
    public Task TabAsync(string name) => page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    /// <summary>Whether the page fits without horizontal scrolling.</summary>
    public Task<bool> FitsAsync() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    /// <summary>Presses Tab until the target has the focus, like a user without a mouse.</summary>
    public async Task TabToAsync(ILocator target)
    {
        const int Most = 120;
        for (var i = 0; i < Most; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{Most} times Tab did not reach {target}.");
    }

    public ILocator Cell(string rowId, string field) => page.GetByTestId($"cell-{rowId}-{field}");

    /// <summary>Waits until the studio's editor is up; until then it may still take the focus from what is open.</summary>
    public async Task WaitForEditorAsync()
    {
        if (await page.GetByTestId("definition-editor").CountAsync() > 0)
        {
            await page.Locator(".editor-body[data-ready=true], .editor-body [role=alert]").WaitForAsync();
        }
    }

    /// <summary>Chooses the one value of a parameter by its label.</summary>
    public Task ChooseAsync(string param, string choice) => page.GetByTestId($"param-{param}").SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Ticks or unticks choices of a parameter.</summary>
    public async Task ToggleAsync(string label, params string[] choices)
    {
        await WaitForEditorAsync();
        await page.GetByLabel(label).First.ClickAsync();
        foreach (var choice in choices)
        {
            await page.Locator("[popover]:popover-open label", new PageLocatorOptions { HasTextString = choice }).ClickAsync();
        }

        await page.Keyboard.PressAsync("Escape");
    }
}
