using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>More people want to look than the host has pages for.</summary>
public sealed class FullHouseJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task Open_OneMoreThanThereArePages_SaysSoUntilOneIsClosed()
    {
        var host = StartQuietHost(("Studio:MaxCircuits", "1"));
        var first = await OpenAsync(host);
        await Expect(first.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        foreach (var (theme, size) in new[] { ("dark", "wide"), ("dark", "narrow"), ("light", "wide"), ("light", "narrow") })
        {
            var second = await OpenAsync(
                host, $"/?theme={theme}", size == "wide" ? null : new ViewportSize { Width = 420, Height = 900 });
            await Expect(second.Page.GetByText("All pages are in use")).ToBeVisibleAsync();
            Assert.True(await second.FitsAsync());
            await Gallery.KeepAsync(second.Page, $"full-{theme}-{size}");
            if (size == "narrow")
            {
                await second.Page.CloseAsync();
            }
        }

        var waiting = await OpenAsync(host, "/preview/live_grid");
        await first.Page.CloseAsync();
        await waiting.Page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();

        await Expect(waiting.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        // 503 is what was asked for.
        Assert.All(ConsoleErrors, static error => Assert.Contains("503", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_AfterTheLastPlaceWent_SaysThatThePageIsNotLive()
    {
        var host = StartQuietHost(("Studio:MaxCircuits", "1"));
        var late = await OpenAsync(host, "/js/theme.js");
        var goes = new TaskCompletionSource();
        await late.Page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await goes.Task;
            await route.ContinueAsync();
        });
        var opening = late.Page.GotoAsync("/preview/live_grid");
        await Expect(late.Page.GetByText("Connecting to the feed")).ToBeVisibleAsync();
        var first = await OpenAsync(host);
        await Expect(first.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        goes.SetResult();
        await opening;

        await Expect(late.Page.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        await late.Page.Locator("#blazor-error-ui a").ClickAsync();
        await Expect(late.Page.GetByText("All pages are in use")).ToBeVisibleAsync();
    }
}
