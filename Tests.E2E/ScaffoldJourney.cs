using System.Text;
using System.Text.RegularExpressions;
using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author pushes rows and gets a widget for them without writing a definition.</summary>
public sealed class ScaffoldJourney(BrowserFixture browser) : Journey(browser)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaffold-").FullName;

    [Fact]
    public async Task MakeAWidget_PushedTable_ShowsItsRowsAndFlashes()
    {
        var host = StartQuietHost(("Widgets:Path", CopyWidgets()), ("Tables:orders:Key:0", "id"), ("Studio:SaveEnabled", "true"));
        using var client = new HttpClient { BaseAddress = host.Address };
        await PushAsync(client, """[{"id": 1, "desk": "fx", "price": 101.5}, {"id": 2, "desk": "rates", "price": 99}]""");
        var studio = await OpenAsync(host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.Page.GetByTestId("host-switch").ClickAsync();
        await studio.Page.GetByTestId("make-widget-orders").ClickAsync();
        var dialog = studio.Page.GetByTestId("scaffold-dialog");
        await Expect(dialog.GetByTestId("scaffold-text")).ToContainTextAsync("\"wsRowIdColumn\": \"id\"");
        await Expect(dialog.GetByTestId("scaffold-findings")).ToContainTextAsync("nothing to report");
        await Accessibility.CheckAsync(studio.Page);
        await dialog.GetByTestId("scaffold-save").ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(studio.Heading).ToHaveTextAsync("Orders");
        await Expect(studio.Rows).ToHaveCountAsync(2);
        await Expect(studio.Page).ToHaveURLAsync(new Regex(@"\?widget=orders"));
        await PushAsync(client, """{"id": 1, "price": 102.5}""");
        await Expect(studio.Cell("1", "price")).ToHaveAttributeAsync("data-change", "up");

        await studio.Page.GetByTestId("host-switch").ClickAsync();
        await Expect(studio.Page.GetByTestId("host-table-orders")).ToBeVisibleAsync();
        await Expect(studio.Page.GetByTestId("make-widget-orders")).ToHaveCountAsync(0);
        Assert.Empty(ConsoleErrors);
    }

    [Fact]
    public async Task MakeAWidget_EmptyTable_WaitsForARowAndFitsOnATelephone()
    {
        var host = StartQuietHost(("Widgets:Path", CopyWidgets()), ("Tables:orders:Key:0", "id"), ("Studio:SaveEnabled", "false"));
        using var client = new HttpClient { BaseAddress = host.Address };
        var studio = await OpenAsync(host, viewport: new ViewportSize { Width = 420, Height = 900 });
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await studio.Page.GetByTestId("host-switch").ClickAsync();
        await studio.Page.GetByTestId("make-widget-orders").ClickAsync();
        await Expect(studio.Page.GetByTestId("scaffold-problem")).ToContainTextAsync("There is no row yet");

        await PushAsync(client, """{"id": 1, "price": 2.5}""");

        await Expect(studio.Page.GetByTestId("scaffold-text")).ToContainTextAsync("showCellChange");
        await Expect(studio.Page.GetByTestId("scaffold-obstacle")).ToContainTextAsync("Studio:SaveEnabled");
        await Expect(studio.Page.GetByTestId("scaffold-save")).ToBeDisabledAsync();
        Assert.True(await studio.FitsAsync());
        await studio.Page.Keyboard.PressAsync("Escape");
        await Expect(studio.Page.GetByTestId("scaffold-dialog")).ToHaveCountAsync(0);
        await Expect(studio.Page.GetByTestId("host-switch")).ToBeFocusedAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The shipped widgets, in a file of the journey's own.</summary>
    private string CopyWidgets()
    {
        var path = Path.Combine(_folder, "widgets.json");
        File.Copy(Path.Combine(Repository.Folder, "App", "widgets.json"), path);
        return path;
    }

    private static async Task PushAsync(HttpClient client, string rows)
    {
        using var answer = await client.PostAsync("api/tables/orders/rows", new StringContent(rows, Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode);
    }
}
