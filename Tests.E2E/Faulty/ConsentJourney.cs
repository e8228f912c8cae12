using System.Text.RegularExpressions;
using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>A user follows a link to a backend that this browser does not know. Until the user allows it, that backend receives nothing.</summary>
public sealed class ConsentJourney(BrowserFixture browser, AskingHostFixture fixture) : Journey(browser), IClassFixture<AskingHostFixture>
{
    private readonly List<FaultyBackend> _backends = [];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var backend in _backends)
        {
            await backend.DisposeAsync();
        }
    }

    [Fact]
    public async Task Open_Link_IsAskedForOnceAndAgainWhenForgotten()
    {
        var backend = await StartAsync();
        var studio = await OpenAsync(fixture.Host, Address(backend, "odd"));

        await Expect(Question(studio)).ToContainTextAsync($"Shall this host read {backend.Address.ToString().TrimEnd('/')}, a backend");
        await Expect(studio.Page.GetByTestId("card-odd")).ToHaveCountAsync(0);
        await studio.Page.GetByTestId("read-decline").ClickAsync();
        await Expect(Question(studio)).ToContainTextAsync("is not read, so nothing of it is shown");
        await studio.Page.ReloadAsync();
        await Expect(Question(studio)).ToContainTextAsync("Shall this host read");
        Assert.Empty(backend.Requests);

        // With the keyboard only.
        await Expect(studio.Page.GetByTestId("read-allow")).ToBeEnabledAsync();
        await studio.TabToAsync(studio.Page.GetByTestId("read-allow"));
        await studio.Page.Keyboard.PressAsync("Enter");
        await Expect(studio.Rows).ToHaveCountAsync(4);

        await studio.Page.ReloadAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(Question(studio)).ToHaveCountAsync(0);

        await studio.Page.GetByTestId("recent").Locator("summary").ClickAsync();
        await studio.Page.GetByTestId("recent-forget").ClickAsync();
        await Expect(studio.Page.GetByTestId("recent")).ToHaveCountAsync(0);
        var requests = backend.Requests.Count;
        await studio.Page.ReloadAsync();
        await Expect(Question(studio)).ToContainTextAsync("Shall this host read");
        Assert.Equal(requests, backend.Requests.Count);
    }

    [Fact]
    public async Task Show_RowsOnAnotherOrigin_AreAskedForOnce()
    {
        var backend = await StartAsync();
        var other = await StartAsync();
        backend.Answer("/widgets.json", ElsewhereOf(other));
        var studio = await OpenAsync(fixture.Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.ConnectAsync(backend.Address);

        await Expect(Question(studio)).ToContainTextAsync($"keeps data at another address, {other.Address.ToString().TrimEnd('/')}:");
        Assert.Empty(other.Requests);
        await studio.Page.GetByTestId("read-allow").ClickAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        await studio.Page.GetByTestId("widget-more").ClickAsync();
        await Expect(studio.Heading).ToHaveTextAsync("More");
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await studio.Page.ReloadAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await Expect(Question(studio)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_BarePreview_IsAskedForOnce()
    {
        var backend = await StartAsync();
        var studio = await OpenAsync(fixture.Host, "/preview" + Address(backend, "odd")[1..]);

        await Expect(Question(studio)).ToContainTextAsync("Shall this host read");
        Assert.Empty(backend.Requests);
        await studio.Page.GetByTestId("read-allow").ClickAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);

        await studio.Page.ReloadAsync();
        await Expect(studio.Rows).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Open_PreviewInsideAnotherSitesPage_CannotBeAnsweredThere()
    {
        var backend = await StartAsync();
        var framing = await StartAsync();
        var preview = new Uri(fixture.Host.Address, "/preview" + Address(backend, "odd")[1..]);
        framing.Answer("/frame", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"""<!doctype html><iframe src="{preview}" width="900" height="500"></iframe>""");
        });
        var studio = await OpenAsync(fixture.Host, new Uri(framing.Address, "/frame").ToString());
        var frame = studio.Page.FrameLocator("iframe");

        var link = frame.GetByTestId("read-framed").GetByRole(AriaRole.Link);
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        await Expect(frame.GetByTestId("read-question").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(backend.Requests);

        var tab = new StudioPageObject(await studio.Page.RunAndWaitForPopupAsync(() => link.ClickAsync()));
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"/\?backend="));
        await tab.Page.GetByTestId("read-allow").ClickAsync();
        await Expect(tab.Rows).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Press_AsThePageComesToTheFront_DoesNotCount()
    {
        var backend = await StartAsync();
        var studio = await OpenAsync(fixture.Host, Address(backend, "odd"));
        var allow = studio.Page.GetByTestId("read-allow");
        await Expect(allow).ToBeEnabledAsync();

        // The event and the press reach the host in this order, whatever the browser has drawn by then.
        await studio.Page.EvaluateAsync(
            "() => { window.dispatchEvent(new Event('focus')); document.querySelector('[data-testid=read-allow]').click(); }");

        await Expect(allow).ToBeDisabledAsync();
        await Expect(allow).ToBeEnabledAsync();
        Assert.Empty(backend.Requests);
    }

    [Theory]
    [InlineData("asked", 1440)]
    [InlineData("asked-narrow", 420)]
    [InlineData("asked-rows", 1440)]
    public async Task Look_AtTheQuestion_IsReadableInBothThemes(string scene, int width)
    {
        var studio = await ShowAsync(scene, new ViewportSize { Width = width, Height = 900 });
        await Expect(studio.Page.GetByTestId("read-allow")).ToBeEnabledAsync();
        if (scene == "asked")
        {
            await Gallery.KeepAsync(studio.Page, scene);
        }

        await Accessibility.CheckAsync(studio.Page);

        await studio.Page.GetByTestId("theme-switch").ClickAsync();
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await studio.Page.Mouse.MoveAsync(0, 0);
        await Expect(studio.Page.GetByRole(AriaRole.Tooltip)).ToHaveCountAsync(0);
        await Accessibility.CheckColoursAsync(studio.Page);

        await studio.Page.GetByTestId("read-decline").ClickAsync();
        await Expect(Question(studio)).ToHaveAttributeAsync("data-reason", "declined");
        await Expect(Question(studio)).ToBeFocusedAsync();
        await Expect(studio.Page.GetByTestId("read-allow")).ToBeEnabledAsync();
        await Accessibility.CheckColoursAsync(studio.Page);
        Assert.True(await studio.FitsAsync());
    }

    private async Task<StudioPageObject> ShowAsync(string scene, ViewportSize viewport)
    {
        var backend = await StartAsync();
        if (scene != "asked-rows")
        {
            return await OpenAsync(fixture.Host, Address(backend, "odd"), viewport);
        }

        var other = await StartAsync();
        backend.Answer("/widgets.json", ElsewhereOf(other));
        var studio = await OpenAsync(fixture.Host, "/", viewport);
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.ConnectAsync(backend.Address);
        return studio;
    }

    private static string ElsewhereOf(FaultyBackend other) =>
        """
        {"odd": {"name": "Odd", "description": "", "type": "live_grid", "endpoint": "OTHERodd_rows", "wsEndpoint": "odd_ws",
                 "data": {"wsRowIdColumns": ["book", "line"]}},
         "more": {"name": "More", "description": "", "type": "table", "endpoint": "OTHERodd_rows"}}
        """.Replace("OTHER", other.Address.ToString(), StringComparison.Ordinal);

    private static ILocator Question(StudioPageObject studio) => studio.Page.GetByTestId("read-question");

    private static string Address(FaultyBackend backend, string widget) =>
        $"/?backend={Uri.EscapeDataString(backend.Address.ToString())}&widget={widget}";

    private async Task<FaultyBackend> StartAsync()
    {
        var backend = await FaultyBackend.StartAsync();
        backend.AllowOrigin = "*";
        _backends.Add(backend);
        return backend;
    }
}
