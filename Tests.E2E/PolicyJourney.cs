using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>The studio keeps to its own content security policy, whatever its user does.</summary>
public sealed class PolicyJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser)
{
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task Use_EveryPartInBothThemes_BreaksNoRuleOfThePolicy()
    {
        HasEditor = true;
        var other = shared.Host;
        var host = StartQuietHost();
        var studio = await OpenAsync(host, "/js/theme.js");
        var page = studio.Page;
        await page.Context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));");
        page.Console += (_, message) =>
        {
            if (message.Type == "warning")
            {
                _warnings.Add(message.Text);
            }
        };

        await page.GotoAsync("/?theme=dark");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await UseEditorAsync(studio);
        host.Ticks.Publish("TSLA", 250.5);
        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("250.500");
        await Expect(studio.Messages).Not.ToHaveCountAsync(0);
        await studio.TabAsync("Columns");
        await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "Columns" })).ToBeVisibleAsync();
        await studio.TabAsync("Workspace");
        await page.GetByTestId("host-switch").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("theme-switch").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await studio.TabAsync("Definition");
        await UseEditorAsync(studio);

        await page.GetByTestId("use-paste").ClickAsync();
        await page.GetByLabel("Definition (JSON)").FillAsync("""{"name":"P","description":"","type":"live_grid","endpoint":"e","data":{"table":{"columnsDefs":[{"field":"id","headerName":"Id"}]}}}""");
        await page.GetByLabel("Rows (JSON)").FillAsync("""[{"id":"a"}]""");
        await page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Heading).ToHaveTextAsync("P");
        await studio.ConnectAsync(other.Address);
        await Expect(studio.Cell("TSLA", "price").Locator(".lg-text")).ToHaveTextAsync("245");

        await page.GotoAsync("/nothing-here?theme=dark");
        await Expect(page.GetByText("There is no such page")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { const frame = document.createElement('iframe'); frame.src = '/preview/live_grid'; document.body.append(frame); }");
        await Expect(page.FrameLocator("iframe").GetByTestId("live-grid")).ToHaveAttributeAsync("data-feed-state", "live");

        // The 404 of this address is expected.
        Assert.DoesNotContain(ConsoleErrors, static error => !error.Contains("404", StringComparison.Ordinal));
        Assert.DoesNotContain(_warnings, static warning => warning.Contains("worker", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Markers, hover card and completion come from Monaco's worker.</summary>
    private static async Task UseEditorAsync(StudioPageObject studio)
    {
        await studio.WaitForEditorAsync();
        var editor = new EditorPageObject(studio.Page);
        await Expect(editor.Text).ToContainTextAsync("live_grid");
        await editor.ReplaceAsync("wsEndpoint", "wsEndpoint");
        await studio.Page.Keyboard.PressAsync("Control+Space");
        await Expect(studio.Page.Locator(".suggest-widget.visible")).ToBeVisibleAsync();
        await studio.Page.Keyboard.PressAsync("Escape");
        await studio.Page.Locator(".editor-text .view-line span span").First.HoverAsync();
        Assert.NotEmpty(studio.Page.Workers);
        Assert.All(studio.Page.Workers, static worker => Assert.StartsWith("http", worker.Url, StringComparison.Ordinal));
    }
}
