using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Catalog;

public sealed class WidgetCatalogTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ManualResetEventSlim _answer = new(initialState: true);
    private readonly ListLogger<WidgetCatalog> _log = new();
    private readonly WidgetCatalog _sut;
    private int _asked;

    public WidgetCatalogTests()
    {
        _folder.Write("widgets.json", Widgets("First"));
        _folder.Write("apps.json", "[]");
        _sut = new WidgetCatalog(
            new WidgetOptions { Path = _folder["widgets.json"], AppsPath = _folder["apps.json"] }, _log, _clock, Look);
    }

    public void Dispose()
    {
        _answer.Set();
        _folder.Dispose();
    }

    [Fact]
    public async Task RefreshAsync_DiskHangs_ServesTheLastGoodDocumentAndStartsOneReaderAtMost()
    {
        await _sut.RefreshAsync();
        (_, _) = (_folder.Write("widgets.json", Widgets("Second")), _folder.Write("apps.json", "[ ]"));
        _answer.Reset();

        await HangAsync(_sut.RefreshAsync);

        // The clock advanced for the other file too: on a busy machine its first reading may have been too late as well.
        var state = await _sut.RefreshAsync();
        await Eventually.AnswersAsync(async () => (state = await _sut.RefreshAsync()).Apps.Fault == CatalogFault.None);
        Assert.Equal($"{_folder["widgets.json"]}: it did not answer within 5 s.", state.Widgets.Problem);
        Assert.Equal((CatalogFault.Silent, CatalogFault.None), (state.Widgets.Fault, state.Apps.Fault));
        Assert.Equal("First", Assert.Single(state.Definitions).Name);
        Assert.Equal("[ ]"u8.ToArray(), state.Apps.Utf8);
        var asked = _asked;
        var changes = 0;
        _sut.Changed += () => changes++;
        for (var i = 0; i < 20; i++)
        {
            await _sut.RefreshAsync();
        }

        Assert.Equal((asked, 0), (_asked, changes));
        Assert.Single(_log.Messages, message => message.Contains("widgets.json: it did not answer", StringComparison.Ordinal));

        _answer.Set();
        while ((await _sut.RefreshAsync()).Widgets.Problem is not null)
        {
            await Task.Yield();
        }

        Assert.Equal("Second", Assert.Single(_sut.Current.Definitions).Name);
    }

    [Fact]
    public async Task RefreshAsync_DiskHangsAndIsTheSameAfterwards_IsGoodAgain()
    {
        await _sut.RefreshAsync();
        _answer.Reset();
        await HangAsync(_sut.RefreshAsync);
        Assert.NotNull(_sut.Current.Widgets.Problem);
        _answer.Set();

        while ((await _sut.RefreshAsync()).Widgets.Problem is not null)
        {
            await Task.Yield();
        }

        Assert.Equal(CatalogFault.None, _sut.Current.Widgets.Fault);
    }

    [Fact]
    public async Task StartAsync_DiskHangs_StopsTheStartWithinFiveSeconds()
    {
        _answer.Reset();
        var writer = new CatalogWriter(_sut, new ClosedGate());
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var watcher = new CatalogWatcher(_sut, writer, lifetime, _clock, NullLogger<CatalogWatcher>.Instance);

        var exception = await Assert.ThrowsAsync<CatalogException>(() => HangAsync(() => watcher.StartAsync(CancellationToken.None)));

        Assert.Equal($"{_folder["widgets.json"]}: it did not answer within 5 s.", exception.Message);
    }

    [Fact]
    public async Task RefreshAsync_AskedByManyAtOnce_LooksOnceForAllWhoWait()
    {
        await _sut.RefreshAsync();
        var asked = _asked;
        _answer.Reset();
        var first = _sut.RefreshAsync();
        while (Volatile.Read(ref _asked) == asked)
        {
            await Task.Yield();
        }

        _folder.Write("widgets.json", Widgets("Second"));
        var others = Enumerable.Range(0, 100).Select(_ => _sut.RefreshAsync()).ToList();
        _answer.Set();

        Assert.All(await Task.WhenAll(others), static state => Assert.Equal("Second", Assert.Single(state.Definitions).Name));
        await first;
        Assert.Equal(asked + 2, _asked);
    }

    [Theory]
    [InlineData("pipe", "it is a pipe, not a regular file.")]
    [InlineData("folder", "it is a folder, not a regular file.")]
    [InlineData("nothing", "there is no such file.")]
    public async Task RefreshAsync_NoRegularFileAnyMore_ServesTheLastGoodDocument(string kind, string reason)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || kind != "pipe", "Elsewhere a pipe is waited for, up to the limit.");
        await _sut.RefreshAsync();
        File.Delete(_folder["widgets.json"]);
        if (kind == "pipe")
        {
            _folder.WritePipe("widgets.json");
        }
        else if (kind == "folder")
        {
            Directory.CreateDirectory(_folder["widgets.json"]);
        }

        var state = await _sut.RefreshAsync();

        Assert.Equal((CatalogFault.Broken, $"{_folder["widgets.json"]}: {reason}"), (state.Widgets.Fault, state.Widgets.Problem));
        Assert.Equal("First", Assert.Single(state.Definitions).Name);
        await _sut.RefreshAsync();
        Assert.Single(_log.Messages, message => message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefreshAsync_FileBehindALinkIsEdited_IsReadAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        File.Move(_folder["widgets.json"], _folder["real.json"]);
        File.CreateSymbolicLink(_folder["widgets.json"], _folder["real.json"]);
        await _sut.RefreshAsync();

        _folder.Write("real.json", Widgets("Edited"));

        Assert.Equal("Edited", Assert.Single((await _sut.RefreshAsync()).Definitions).Name);
    }

    [Fact]
    public async Task SaveAsync_DiskHangs_SaysThatItIsNotKnownAndSavesNothingElse()
    {
        await _sut.RefreshAsync();
        using var stuck = new ManualResetEventSlim();
        var sut = new CatalogWriter(_sut, new OpenGate(), _clock, path => new SafeFile(path, 10_000, null, _ => stuck.Wait()));
        var entry = sut.Load("w")!;
        var text = entry.Text.Replace("First", "Saved", StringComparison.Ordinal);

        var saving = sut.SaveAsync(entry, text);
        while (!File.Exists(SaveNames.Turn(_folder["widgets.json"])))
        {
            await Task.Yield();
        }

        // The timer of the limit may not be running yet when the save starts.
        while (!saving.IsCompleted)
        {
            _clock.Advance(DiskCalls.Limit);
            await Task.Yield();
        }

        Assert.Contains("did not answer within 5 s. Whether this was saved shows when it does", (await saving).Message, StringComparison.Ordinal);
        Assert.Contains("did not answer", (await sut.SaveAsync(entry, text)).Message, StringComparison.Ordinal);

        stuck.Set();
        while ((await _sut.RefreshAsync()).Find("w")!.Name != "Saved")
        {
            await Task.Yield();
        }
    }

    private static string Widgets(string name) =>
        "{\"w\":{\"name\":\"" + name + "\",\"description\":\"\",\"endpoint\":\"e\"}}";

    /// <summary>Advances the time beyond the disk's time limit.</summary>
    private async Task HangAsync(Func<Task> start)
    {
        var asked = Volatile.Read(ref _asked);
        var waiting = start();
        while (Volatile.Read(ref _asked) == asked)
        {
            await Task.Yield();
        }

        // The timer of the limit may not be running yet when the reader starts.
        while (!waiting.IsCompleted)
        {
            _clock.Advance(DiskCalls.Limit);
            await Task.Yield();
        }

        await waiting;
    }

    /// <summary>Reads from a disk that may hang for widgets.json, but not for apps.json.</summary>
    private FileLook Look(string path, FileStamp? known)
    {
        if (path == _folder["widgets.json"])
        {
            Interlocked.Increment(ref _asked);
            _answer.Wait();
        }

        return FileLook.At(path, known);
    }

    private sealed class ClosedGate : ISaveGate
    {
        public string Refusal => "no";
    }

    private sealed class OpenGate : ISaveGate
    {
        public string? Refusal => null;
    }
}
