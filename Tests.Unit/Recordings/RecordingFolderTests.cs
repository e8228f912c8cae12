using LiveGridStudio.App.Recordings;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Recordings;

public sealed class RecordingFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestSaveGate _gate = new();
    private readonly FakeTimeProvider _clock = TestBook.Clock();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Begin_FolderThatIsNotThere_IsMadeAndTheRecordingReadsBack()
    {
        var sut = Create(path: "new/recordings");

        await using (var recording = sut.Begin(SampleWidgets.LiveGrid(), backend: null))
        {
            Assert.True(recording.IsRunning);
        }

        using var reader = new StreamReader(sut.Open(Path.GetFileName(Assert.Single(Directory.GetFiles(_folder["new/recordings"])))));
        var header = JsonText.Parse((await reader.ReadLineAsync())!);
        Assert.Equal(("state", "live_grid"), (header["kind"].Text, header["content"]["widgetId"].Text));
    }

    [Fact]
    public async Task Begin_TwoInOneSecond_HaveTwoNames()
    {
        var sut = Create();
        await using var first = sut.Begin(SampleWidgets.LiveGrid(), null);
        await using var second = sut.Begin(SampleWidgets.LiveGrid(), null);

        Assert.Equal([first.Name, second.Name], _folder.Names.OrderBy(static name => name.Length));
        Assert.EndsWith("-2.jsonl", second.Name);
    }

    [Fact]
    public async Task Begin_FullFolder_SaysWhichSetting()
    {
        var sut = Create(maxFiles: 1);
        await using var first = sut.Begin(SampleWidgets.LiveGrid(), null);

        Assert.Contains("Recordings:MaxFiles", Assert.ThrowsAny<IOException>(() => sut.Begin(SampleWidgets.LiveGrid(), null)).Message);
        Assert.Single(_folder.Names);
    }

    [Fact]
    public void Begin_FolderThatCannotBeMade_SaysWhichSetting()
    {
        _folder.Write("file", "");

        Assert.Contains("Recordings:Path", Assert.ThrowsAny<IOException>(() => Create(path: "file").Begin(SampleWidgets.LiveGrid(), null)).Message);
    }

    [Fact]
    public async Task Begin_FileAtItsLimit_EndsByItself()
    {
        var sut = Create(maxBytes: 64 * 1024);
        await using var recording = sut.Begin(SampleWidgets.LiveGrid(), null);

        for (var i = 0; i < 20; i++)
        {
            recording.Writer.Add(Shared.Feeds.Recording.RecordingKind.Frame, new string('x', 10_000));
        }

        await Eventually.HoldsAsync(() => !recording.IsRunning);
        await recording.DisposeAsync();
        Assert.NotNull(recording.Problem);
        Assert.InRange(new FileInfo(_folder[recording.Name]).Length, 1, 64 * 1024);
    }

    [Fact]
    public void BeginAndOpen_SavingIsOff_AreRefused()
    {
        _folder.Write("a-1.jsonl", "{}");
        _gate.Refusal = "Saving is switched off.";
        var sut = Create();

        Assert.Equal(_gate.Refusal, Assert.ThrowsAny<IOException>(() => sut.Begin(SampleWidgets.LiveGrid(), null)).Message);
        Assert.Equal(_gate.Refusal, Assert.ThrowsAny<IOException>(() => sut.Open("a-1.jsonl")).Message);
        Assert.Equal(["a-1.jsonl"], _folder.Names);
    }

    [Fact]
    public void List_OfMuch_HasTheRecordingsAloneNewestFirst()
    {
        foreach (var (name, age) in new[] { ("b-1.jsonl", 1), ("old-1.jsonl", 9), ("a-1.jsonl", 1), ("notes.txt", 0), ("a.b.jsonl", 0) })
        {
            File.SetLastWriteTimeUtc(_folder.Write(name, ""), _clock.GetUtcNow().UtcDateTime.AddDays(-age));
        }

        Directory.CreateDirectory(_folder["folder.jsonl"]);

        Assert.Equal(["a-1.jsonl", "b-1.jsonl", "old-1.jsonl"], Create().List());
    }

    [Fact]
    public void List_LinkOutOfTheFolder_IsNotInIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var other = new TestFolder();
        File.CreateSymbolicLink(_folder["link.jsonl"], other.Write("secret.jsonl", "{}"));

        Assert.Empty(Create().List());
    }

    [Fact]
    public void List_FolderThatIsNotThereOrMayNotBeRead_IsEmpty()
    {
        Assert.Empty(Create(path: "none").List());
        _folder.Write("a-1.jsonl", "");
        _gate.Refusal = "Saving is switched off.";

        Assert.Empty(Create().List());
    }

    [Fact]
    public void Open_LinkOutOfTheFolder_IsNoRecording()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var other = new TestFolder();
        File.CreateSymbolicLink(_folder["link.jsonl"], other.Write("secret.jsonl", "{}"));

        Assert.Throws<FileNotFoundException>(() => Create().Open("link.jsonl"));
    }

    [Fact]
    public void Open_PipeOrFolder_DoesNotWait()
    {
        Directory.CreateDirectory(_folder["folder.jsonl"]);
        _folder.WritePipe("pipe.jsonl");

        Assert.ThrowsAny<IOException>(() => Create().Open("folder.jsonl"));
        Assert.ThrowsAny<IOException>(() => Create().Open("pipe.jsonl"));
    }

    private RecordingFolder Create(string path = ".", long maxBytes = 1_000_000, int maxFiles = 10) => new(
        Options.Create(new RecordingOptions { Path = _folder[path], MaxBytes = maxBytes, MaxFiles = maxFiles }), _gate, _clock);
}
