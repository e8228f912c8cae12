using System.Globalization;
using System.Text.RegularExpressions;
using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>Every state of the pages, in both themes: readable for all, and pictured for the guide.</summary>
public sealed class SceneJourney(BrowserFixture browser, LeapingHostFixture fixture)
    : FaultyBackendJourney(browser, fixture.Host), IClassFixture<LeapingHostFixture>
{
    private const string FiveSymbols = "symbol=TSLA,AAPL,MSFT,GOOGL,AMZN";

    /// <summary>How often a backend sends its frames, a second apart: enough for the charts to have something to say.</summary>
    private const int Rounds = 4;

    private static readonly string[] Symbols = ["TSLA", "AAPL", "MSFT", "GOOGL", "AMZN"];
    private static readonly ViewportSize Bare = new() { Width = 960, Height = 420 };
    private static readonly ViewportSize Narrow = new() { Width = 420, Height = 900 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");
    private StudioFactory? _ticking;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("studio")]
    [InlineData("other-backend")]
    [InlineData("definition")]
    [InlineData("columns")]
    [InlineData("messages")]
    [InlineData("paste")]
    [InlineData("refused")]
    [InlineData("lost")]
    [InlineData("failed")]
    [InlineData("empty")]
    [InlineData("credentials")]
    [InlineData("narrow")]
    public async Task Look_AtAStateOfTheStudio_IsReadableInBothThemes(string scene)
    {
        // The editor looks the same beside all that is shown; pictures have it always.
        HasEditor = Gallery.IsKept || scene is "studio" or "definition" or "narrow";
        var studio = await ShowAsync(scene);
        if (scene != "credentials")
        {
            await Gallery.KeepAsync(studio.Page, scene == "studio" ? "studio-dark" : scene);
        }

        await Accessibility.CheckAsync(studio.Page);

        await studio.Page.GetByTestId("theme-switch").ClickAsync();
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await studio.Page.Mouse.MoveAsync(0, 0);
        await Expect(studio.Page.GetByRole(AriaRole.Tooltip)).ToHaveCountAsync(0);
        if (scene == "studio")
        {
            await TickAsync(studio);
            await Gallery.KeepAsync(studio.Page, "studio-light");
        }

        await Accessibility.CheckColoursAsync(studio.Page);
        Assert.True(await studio.FitsAsync());
    }

    [Theory]
    [InlineData("preview", "/preview/live_grid?" + FiveSymbols)]
    [InlineData("preview-unknown", "/preview/nope?a=b")]
    [InlineData("not-found", "/nowhere?a=b")]
    public async Task Look_AtABarePage_IsReadableInBothThemes(string scene, string address)
    {
        var studio = await OpenAsync(Host, $"{address}&theme=dark", Bare);
        foreach (var theme in new[] { "dark", "light" })
        {
            if (theme == "light")
            {
                await studio.Page.GotoAsync($"{address}&theme={theme}");
            }

            if (scene == "preview")
            {
                await TickAsync(studio);
                if (theme == "dark")
                {
                    await Gallery.KeepAsync(studio.Page, scene);
                }
            }
            else
            {
                await Expect(studio.Page.GetByText("There is no such")).ToBeVisibleAsync();
            }

            await (theme == "dark" ? Accessibility.CheckAsync(studio.Page) : Accessibility.CheckColoursAsync(studio.Page));
        }
    }

    private Task<StudioPageObject> ShowAsync(string scene) => scene switch
    {
        "other-backend" => ShowDeskAsync("sensors-odd-ids"),
        "definition" => ShowDefinitionAsync(),
        "columns" => ShowColumnsAsync(),
        "messages" => ShowMessagesAsync(),
        "paste" => ShowPasteAsync(),
        "refused" => ShowRefusedAsync(),
        "lost" => ShowLostAsync(),
        "failed" => ShowFailedAsync(),
        "empty" => ShowEmptyAsync(),
        "credentials" => ShowCredentialsAsync(),
        "narrow" => ShowHostAsync(Narrow),
        _ => ShowHostAsync(null),
    };

    /// <summary>The widget that ships, in a file of its own.</summary>
    private async Task<StudioPageObject> ShowHostAsync(ViewportSize? viewport)
    {
        var shipped = Path.Combine(Repository.Folder, "App", "widgets.json");
        var file = Path.Combine(_folder.FullName, "widgets.json");
        File.Copy(shipped, file);
        _ticking = Keep(new StudioFactory(("Widgets:Path", file)) { Clock = fixture.Clock.Time });
        var studio = await OpenAsync(_ticking, "/?" + FiveSymbols, viewport);
        await Expect(studio.Rows).ToHaveCountAsync(Symbols.Length);
        await studio.WaitForEditorAsync();
        await TickAsync(studio);
        return studio;
    }

    /// <summary>Ticks a second apart, each seen by the page before the next; marks show after the last.</summary>
    private async Task TickAsync(StudioPageObject studio)
    {
        await Expect(studio.Rows).ToHaveCountAsync(Symbols.Length);
        double[] prices = [245, 150, 350, 140, 178];
        foreach (var step in new[] { 1.25, -0.5, 2.75, 0.75, -1.5, 2.25, -3, 1.75 })
        {
            fixture.Clock.Leap(TimeSpan.FromSeconds(1));
            for (var i = 0; i < Symbols.Length; i++)
            {
                prices[i] += i % 2 == 0 ? step : -step;
                (_ticking ?? Host).Ticks.Publish(Symbols[i], prices[i]);
            }

            await Expect(studio.Cell("AMZN", "price").Locator(".lg-text"))
                .ToHaveTextAsync(new Regex(FormattableString.Invariant($"^{prices[^1]:0.##}0*$")));
        }
    }

    private async Task<(FaultyBackend Backend, StudioPageObject Studio)> OpenDeskAsync(string widget, bool sends = true)
    {
        var backend = await StartOddAsync();
        DeskAnswers.AddTo(backend);
        var studio = await OpenAsync(backend, widget);
        await Expect(studio.Rows.First).ToBeVisibleAsync();
        await studio.WaitForEditorAsync();
        if (sends)
        {
            var socket = await backend.NextSocketAsync();
            var sent = 0;
            for (var round = 0; round < Rounds; round++)
            {
                fixture.Clock.Leap(TimeSpan.FromSeconds(1));
                // There and back again, so that the last round changes something.
                foreach (var frame in round % 2 == 0 ? [DeskAnswers.Rows(widget)] : DeskAnswers.Frames(widget))
                {
                    await socket.SendAsync(frame);
                    sent++;
                }

                await Expect(studio.Page.GetByTestId("message-total")).ToHaveTextAsync(sent.ToString(CultureInfo.InvariantCulture));
            }
        }

        return (backend, studio);
    }

    private async Task<StudioPageObject> ShowDeskAsync(string widget)
    {
        var (_, studio) = await OpenDeskAsync(widget);
        await Expect(studio.Page.GetByTestId("problem-count")).ToBeVisibleAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowDefinitionAsync()
    {
        var (_, studio) = await OpenDeskAsync("prices");
        var editor = new EditorPageObject(studio.Page);
        await editor.ReplaceAsync("false", "flase");
        await Expect(studio.Problem("not_json")).ToBeVisibleAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowColumnsAsync()
    {
        var (_, studio) = await OpenDeskAsync("prices");
        await studio.TabAsync("Columns");
        await studio.Page.GetByTestId("rules-price").ClickAsync();
        await studio.Page.GetByTestId("add-rule-price").ClickAsync();
        await Expect(studio.Page.GetByTestId("rule-price-0")).ToBeVisibleAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowMessagesAsync()
    {
        var (_, studio) = await OpenDeskAsync("order-book");
        await studio.Messages.First.Locator("button").ClickAsync();
        await studio.Messages.First.ScrollIntoViewIfNeededAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowPasteAsync()
    {
        var studio = await OpenAsync(Host);
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("use-paste").ClickAsync();
        await studio.Page.GetByLabel("Definition (JSON)").FillAsync(
            """
            {
              "name": "Funding rates",
              "type": "live_grid",
              "data": { "wsRowIdColumn": "venue", "table": { "columnsDefs": [ { "field": "venue", "headerName": "Venue" },
            """);
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Page.GetByTestId("paste-problem")).ToBeVisibleAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowRefusedAsync()
    {
        var studio = await OpenAsync(Host);
        await studio.WaitForEditorAsync();
        await studio.ConnectAsync(new Uri("http://192.168.1.20:8000"));
        await Expect(studio.Page.GetByTestId("connect-problem")).ToContainTextAsync("Connect:AllowedHosts");
        return studio;
    }

    private async Task<StudioPageObject> ShowLostAsync()
    {
        var (backend, studio) = await OpenDeskAsync("prices");
        backend.SocketStatus = 503;
        backend.DropAll();
        for (var i = 0; i < 5; i++)
        {
            fixture.Clock.Leap(TimeSpan.FromSeconds(31));
        }

        await Expect(studio.Page.GetByTestId("feed-problem")).ToContainTextAsync("503");
        return studio;
    }

    private async Task<StudioPageObject> ShowFailedAsync()
    {
        var backend = await StartOddAsync();
        DeskAnswers.AddTo(backend);
        backend.AllowOrigin = null;
        backend.Answer("/fx_rows", """{"detail":"The rates of today are not loaded yet"}""", status: 404);
        var studio = await OpenAsync(backend, "fx");
        await Expect(studio.Grid.Locator("[role=alert]")).ToContainTextAsync("not loaded yet");
        await studio.WaitForEditorAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowEmptyAsync()
    {
        var backend = await StartOddAsync();
        backend.Answer("/widgets.json", "{}");
        var studio = await OpenAsync(Host, "/?backend=" + Uri.EscapeDataString(backend.Address.ToString()));
        await Expect(studio.Page.GetByText("There is no widget here")).ToBeVisibleAsync();
        return studio;
    }

    private async Task<StudioPageObject> ShowCredentialsAsync()
    {
        var studio = await OpenAsync(Host);
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("credentials-toggle").ClickAsync();
        await Expect(studio.Page.GetByLabel("Value", new() { Exact = true })).ToBeVisibleAsync();
        await studio.TabAsync("Workspace");
        await Expect(studio.Page.GetByTestId("backend-address")).ToBeVisibleAsync();
        return studio;
    }
}
