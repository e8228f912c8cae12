using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author records a live grid and shows the recording to somebody, without the backend.</summary>
public sealed class RecordingJourney(BrowserFixture browser) : Journey(browser)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recordings-").FullName;

    [Fact]
    public async Task Record_LiveGrid_PlaysInThePreviewWithoutTheTicks()
    {
        var host = StartQuietHost(("Recordings:Path", _folder));
        var studio = await OpenAsync(host);
        await Expect(studio.Cell("TSLA", "price")).ToBeVisibleAsync();
        await studio.Page.GetByTestId("record").ClickAsync();
        await Expect(studio.Page.GetByTestId("record-facts")).ToBeVisibleAsync();
        await Accessibility.CheckAsync(studio.Page);
        await Eventually.HoldsAsync(() => RecordingHas("snapshot"));

        // The second tick is in the recording, and so is the time until it.
        host.Book.Publish("TSLA", 250);
        await Eventually.HoldsAsync(() => RecordingHas("250"));
        host.Book.Publish("TSLA", 260.5);
        await Eventually.HoldsAsync(() => RecordingHas("260.5"));
        await studio.Page.GetByTestId("record-stop").ClickAsync();
        var link = studio.Page.GetByTestId("recording-show");
        await Expect(link).ToBeVisibleAsync();
        // The colours of a flash that fades are not the note's.
        await Expect(studio.Cell("TSLA", "price")).ToHaveAttributeAsync("data-change", "none");
        await Accessibility.CheckAsync(studio.Page);
        var download = await studio.Page.RunAndWaitForDownloadAsync(() => studio.Page.GetByTestId("recording-download").ClickAsync());
        Assert.Equal(await File.ReadAllTextAsync(RecordingPath), await File.ReadAllTextAsync(await download.PathAsync()));

        // From now on the host has another price, which the recording does not know.
        host.Book.Publish("TSLA", 1);
        var preview = await OpenAsync(host, $"/{await link.GetAttributeAsync("href")}&speed=0.5");

        await Expect(preview.Cell("TSLA", "price")).ToHaveAttributeAsync("data-change", "up");
        await Expect(preview.Cell("TSLA", "price")).ToContainTextAsync("260.5");
        await Expect(preview.Page.GetByTestId("record")).ToHaveCountAsync(0);
        Assert.Empty(ConsoleErrors);
    }

    [Fact]
    public async Task Open_RecordingThatIsNotThere_SaysSo()
    {
        var host = StartQuietHost(("Recordings:Path", _folder));

        var preview = await OpenAsync(host, "/preview?recording=gone-1.jsonl", new ViewportSize { Width = 420, Height = 900 });

        await Expect(preview.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This host has no recording of that name.");
        await Accessibility.CheckAsync(preview.Page);
        Assert.Empty(ConsoleErrors);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string RecordingPath => Assert.Single(Directory.GetFiles(_folder));

    private bool RecordingHas(string text)
    {
        using var file = new FileStream(RecordingPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
