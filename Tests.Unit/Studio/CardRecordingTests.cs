using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>A card records what its feed brings.</summary>
public sealed class CardRecordingTests : StudioContext
{
    [Fact]
    public async Task Record_AndStop_WritesRowsAndTicksAndOffersThem()
    {
        var cut = await RecordAsync();
        await PublishAsync(cut);
        Clock.Advance(TimeSpan.FromSeconds(65));
        cut.WaitForAssertion(() => Assert.StartsWith("1:0", cut.Find("[data-testid=record-facts]").TextContent));

        await cut.Find("[data-testid=record-stop]").ClickAsync();

        var name = Assert.Single(Recordings.Names);
        cut.WaitForAssertion(() => Assert.Equal($"preview?recording={name}", cut.Find("[data-testid=recording-show]").GetAttribute("href")));
        Assert.Equal($"recordings/{name}", cut.Find("[data-testid=recording-download]").GetAttribute("href"));
        Assert.Empty(cut.FindAll("[data-testid=record-stop]"));
        var entries = await ReadAsync();
        Assert.Equal(
            [RecordingKind.State, RecordingKind.Params, RecordingKind.State, RecordingKind.Snapshot, RecordingKind.Frame],
            entries.Select(static entry => entry.Kind));
        Assert.Equal("live_grid", RecordingHeader.Read(entries[0])?.Widget.Id);
        Assert.Equal("TSLA", entries[3].Content.List[0]["symbol"].Text);
        Assert.Equal(250, entries[4].Content["price"].Number);
    }

    [Fact]
    public async Task Record_TickAfterTheStop_IsNotInIt()
    {
        var cut = await RecordAsync();
        await cut.Find("[data-testid=record-stop]").ClickAsync();
        var count = (await ReadAsync()).Count;

        await PublishAsync(cut);

        Assert.Equal(count, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task Dispose_PageGoesAway_EndsTheRecording()
    {
        var cut = await RecordAsync();
        var recording = cut.Instance.Preview.Recording!;

        await DisposeComponentsAsync();

        Assert.False(recording.IsRunning);
        // The file is closed: nobody else has to wait for it.
        await using var file = new FileStream(Recordings[recording.Name], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(recording.Writer.Bytes, file.Length);
    }

    [Fact]
    public async Task Record_NoteClosed_LeavesTheFile()
    {
        var cut = await RecordAsync();
        await cut.Find("[data-testid=record-stop]").ClickAsync();

        await cut.WaitForElement("[data-testid=recorded-note] button").ClickAsync();

        cut.WaitForAssertion(() => Assert.Empty(cut.FindAll("[data-testid=recorded-note]")));
        Assert.Single(Recordings.Names);
    }

    [Fact]
    public async Task Record_FolderThatCannotBeWritten_SaysWhy()
    {
        Directory.Delete(Recordings.FullName);
        await File.WriteAllTextAsync(Recordings.FullName, "");
        var cut = RenderPreview(Source, SampleWidgets.LiveGrid());
        await cut.WaitForElement("[data-testid=record]").ClickAsync();

        cut.WaitForAssertion(() => Assert.Contains("Recordings:Path", cut.Find("[data-testid=recorded-note]").TextContent));
        Assert.Single(cut.FindAll("[data-testid=record]"));
        File.Delete(Recordings.FullName);
        Directory.CreateDirectory(Recordings.FullName);
    }

    [Fact]
    public async Task Record_AtTheLimit_EndsAndSaysWhy()
    {
        var cut = await RecordAsync();
        cut.Instance.Preview.Recording!.Writer.Add(RecordingKind.Frame, new string('x', 2_000_000));
        await Eventually.HoldsAsync(() => !cut.Instance.Preview.Recording!.IsRunning);

        Clock.Advance(TimeSpan.FromSeconds(1));

        cut.WaitForAssertion(() => Assert.Contains(
            "It ended by itself. It has 1 MiB, the most that is recorded.", cut.Find("[data-testid=recorded-note]").TextContent));
        Assert.Single(cut.FindAll("[data-testid=record]"));
    }

    [Fact]
    public async Task Record_HiddenTab_IsNotRenderedUntilItIsSeenAgain()
    {
        var cut = await RecordAsync();
        var button = cut.FindComponent<RecordButton>();
        var renders = button.RenderCount;
        await cut.InvokeAsync(() => cut.Instance.Preview.Session!.IsWatched = false);
        await TickAsync(cut);
        Assert.Equal(renders, button.RenderCount);

        await cut.InvokeAsync(() => cut.Instance.Preview.Session!.IsWatched = true);
        await TickAsync(cut);

        Assert.InRange(button.RenderCount, renders + 1, renders + 2);
        Assert.StartsWith("0:02", cut.Find("[data-testid=record-facts]").TextContent);
    }

    [Fact]
    public void Render_SavingIsOff_HasNoButton()
    {
        Saving.Refusal = "Saving is switched off.";

        var cut = RenderPreview(Source, SampleWidgets.LiveGrid());

        cut.WaitForElement("[data-testid=refresh]");
        Assert.Empty(cut.FindAll("[data-testid=record]"));
    }

    [Fact]
    public async Task Record_PressedTwice_IsOneRecording()
    {
        var cut = RenderPreview(Source, SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        var folder = Folder();

        await cut.InvokeAsync(() => Task.WhenAll(cut.Instance.Preview.RecordAsync(folder), cut.Instance.Preview.RecordAsync(folder)));

        Assert.Single(Recordings.Names);
    }

    private App.Recordings.RecordingFolder Folder() =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<App.Recordings.RecordingFolder>(Services);

    /// <summary>A second passes, and all that it causes on the page's thread.</summary>
    private async Task TickAsync(IRenderedComponent<PreviewCard> cut)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await cut.InvokeAsync(static () => { });
    }

    /// <summary>Publishes a tick, and waits until the card has it.</summary>
    private async Task PublishAsync(IRenderedComponent<PreviewCard> cut)
    {
        Book.Publish("TSLA", 250);
        await Eventually.HoldsAsync(() =>
        {
            // Reading the rows again for the recording was shown a moment ago: the next batch waits for its turn.
            Clock.Advance(TimeSpan.FromMilliseconds(20));
            return cut.Instance.Preview.Session!.Counters.Frames > 0;
        });
    }

    /// <summary>A card that records already.</summary>
    private async Task<IRenderedComponent<PreviewCard>> RecordAsync()
    {
        var cut = RenderPreview(Source, SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        await cut.Find("[data-testid=record]").ClickAsync();
        cut.WaitForElement("[data-testid=record-stop]");
        return cut;
    }

    private async Task<List<RecordingEntry>> ReadAsync()
    {
        await using var file = File.OpenRead(Recordings[Assert.Single(Recordings.Names)]);
        return await RecordingReader.ReadAsync(file, CancellationToken.None).Select(static line => line.Entry!).ToListAsync();
    }
}
