using System.Text.Json;
using Bunit;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class ShownDraftTests : IDisposable
{
    private const string Host = "host";
    private const string LiveGrid =
        """
        {"name":"W","description":"","type":"live_grid","endpoint":"e","wsEndpoint":"w","data":{"wsRowIdColumn":"id",
         "table":{"showAll":false,"columnsDefs":[{"field":"id"},{"field":"p"},{"field":"q"},{"field":"Index"}]}}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly WidgetCatalog _catalog;
    private readonly DraftStore _store;
    private readonly ShownDraft _sut;
    private BunitJSModuleInterop? _script;

    public ShownDraftTests()
    {
        File.WriteAllText(DocumentPath, """{"a":{"name":"A","description":"","endpoint":"e"},"b":{"name":"B","description":"","endpoint":"e"}}""");
        var apps = Path.Combine(_folder.FullName, "apps.json");
        File.WriteAllText(apps, "[]");
        _catalog = new WidgetCatalog(
            Options.Create(new WidgetOptions { Path = DocumentPath, AppsPath = apps }), NullLogger<WidgetCatalog>.Instance);
        _store = new DraftStore(new CatalogWriter(_catalog, new OpenGate()), _clock);
        _sut = new ShownDraft(_store);
    }

    private string DocumentPath => Path.Combine(_folder.FullName, "widgets.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Show_AnotherWidgetAndBack_KeepsWhatWasEdited()
    {
        ShowOwn("a");
        Rename("A", "Edited");

        ShowOwn("b");
        Assert.Equal("B", _sut.Draft!.Widget.Name);
        ShowOwn("a");

        Assert.Equal("Edited", _sut.Draft!.Widget.Name);
        Assert.True(_sut.Draft.CanUndo);
        Assert.Null(_sut.SaveObstacle);
    }

    [Fact]
    public async Task Show_SameIdOfAnotherSource_HasADraftOfItsOwnThatCannotBeSaved()
    {
        ShowOwn("a");
        Rename("A", "Edited");
        var foreign = WidgetDefinition.Read("a", JsonOf("Foreign"));

        _sut.Show("http://127.0.0.1:8000", WidgetCheck.Of(foreign), isOwn: false);

        Assert.Equal("Foreign", _sut.Draft!.Widget.Name);
        Assert.NotNull(_sut.SaveObstacle);
        var before = File.ReadAllText(DocumentPath);
        await _sut.SaveAsync();
        Assert.Equal(before, File.ReadAllText(DocumentPath));
    }

    [Fact]
    public void Show_SameBackendConnectedToAnew_KeepsWhatWasEdited()
    {
        _sut.Show(new string("http://127.0.0.1:8000"), WidgetCheck.Of(WidgetDefinition.Read("a", JsonOf("Foreign"))), isOwn: false);
        Rename("Foreign", "Edited");
        ShowOwn("b");

        _sut.Show(new string("http://127.0.0.1:8000"), WidgetCheck.Of(WidgetDefinition.Read("a", JsonOf("Foreign"))), isOwn: false);

        Assert.Equal("Edited", _sut.Draft!.Widget.Name);
    }

    [Fact]
    public async Task Save_EditedDraft_WritesItAndIsDoneWithIt()
    {
        ShowOwn("a");
        Rename("A", "Saved");

        await _sut.SaveAsync();
        ShowOwn("a");

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.False(_sut.Draft!.IsChanged);
        Assert.Equal("Saved", _catalog.Refresh().Find("a")!.Name);
    }

    [Fact]
    public async Task Save_AnotherWidgetSavedMeanwhile_IsWrittenToo()
    {
        ShowOwn("b");
        Rename("B", "Edited");
        ShowOwn("a");
        Rename("A", "Saved");
        await _sut.SaveAsync();

        ShowOwn("b");
        await _sut.SaveAsync();

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.Equal(("Saved", "Edited"), (_catalog.Refresh().Find("a")!.Name, _catalog.Current.Find("b")!.Name));
    }

    [Fact]
    public async Task TakeFile_AfterARefusedSave_KeepsTheEditOneUndoAwayAndLetsItBeSaved()
    {
        ShowOwn("a");
        Rename("A", "Mine");
        File.WriteAllText(DocumentPath, File.ReadAllText(DocumentPath).Replace("\"A\"", "\"Theirs\"", StringComparison.Ordinal));
        await _sut.SaveAsync();
        Assert.True(_sut.Outcome!.IsConflict);

        _sut.TakeFile();
        Assert.Equal("Theirs", _sut.Draft!.Widget.Name);
        Assert.False(_sut.Draft.IsChanged);
        _sut.Draft.Undo();
        Assert.Equal("Mine", _sut.Draft.Widget.Name);
        await _sut.SaveAsync();

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.Equal("Mine", _catalog.Refresh().Find("a")!.Name);
    }

    [Fact]
    public async Task Observe_EachNewMessage_IsLookedAtWithinTheNextLook()
    {
        _sut.Show(Host, WidgetCheck.Of(WidgetDefinition.Read("w", JsonText.Parse(LiveGrid))), isOwn: false);
        await using var bench = await SessionBench.OpenAsync(_sut.Draft!.Widget, """[{"id":"x","p":1,"q":1}]""");
        bench.Send("""{"id":"x","p":2}""");
        await _sut.ObserveAsync(bench.Session);
        Assert.DoesNotContain(_sut.Draft.Findings, static finding => finding.Rule is "LG020" or "LG021");

        bench.Send("""[{"id":"x","p":3},null]""");
        await _sut.ObserveAsync(bench.Session);
        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG021");
        bench.Send("""[{"id":"x","p":4},{"id":"x","q":4}]""");
        await _sut.ObserveAsync(bench.Session);
        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG020");

        var changes = 0;
        _sut.Changed += () => changes++;
        for (var i = 0; i < 300; i++)
        {
            bench.Send($$"""{"id":"x","p":{{i}}}""");
            await _sut.ObserveAsync(bench.Session);
        }

        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG020");
        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG021");
        Assert.Equal(0, changes);
    }

    [Theory]
    [InlineData("LG003", """[{"p":1,"q":1}]""")]
    [InlineData("LG006", """[{"id":"x","p":1}]""")]
    [InlineData("LG015", """[{"id":"0700","p":1,"q":1}]""")]
    [InlineData("LG019", """[{"id":"x","p":1,"q":1,"Index":"p"}]""")]
    public async Task Observe_Rows_AreLookedAtOnceTheyAreThere(string rule, string rows)
    {
        _sut.Show(Host, WidgetCheck.Of(WidgetDefinition.Read("w", JsonText.Parse(LiveGrid))), isOwn: false);
        await using var bench = await SessionBench.OpenAsync(_sut.Draft!.Widget, rows);

        await _sut.ObserveAsync(bench.Session);

        Assert.Contains(_sut.Draft.Findings, finding => finding.Rule == rule);
    }

    [Fact]
    public async Task Show_DraftThatAnEarlierPageLeft_IsBackOneUndoAway()
    {
        using var js = new BunitContext();
        using (var store = await OpenAsync(js, "{}"))
        {
            _store.Storage = store;
            ShowOwn("a");
            Rename("A", "Edited");
            _clock.Advance(TabStorage.Pause);
        }

        var left = _script!.VerifyInvoke("keep").Arguments;
        using var later = await OpenAsync(js, JsonSerializer.Serialize(new Dictionary<string, string> { [(string)left[0]!] = (string)left[1]! }));
        var desk = new ShownDraft(new DraftStore(new CatalogWriter(_catalog, new OpenGate()), _clock) { Storage = later });
        desk.Show(Host, WidgetCheck.Of(_catalog.Current.Find("a")!), isOwn: true);

        Assert.Equal("Edited", desk.Draft!.Widget.Name);
        Assert.Contains("undo takes it away", desk.Restored, StringComparison.Ordinal);
        desk.Draft.Undo();
        Assert.Equal("A", desk.Draft.Widget.Name);
        Assert.Null(desk.Restored);
        Assert.Null(later.Find((string)left[0]!));
    }

    [Theory]
    [InlineData("oops")]
    [InlineData("{}")]
    [InlineData("""{"Text":null,"Base":null}""")]
    public async Task Show_KeptTextThatIsNoDraft_IsLeftAlone(string kept)
    {
        using var js = new BunitContext();
        using var store = await OpenAsync(js, JsonSerializer.Serialize(new Dictionary<string, string> { [$"draft {Host} a"] = kept }));
        _store.Storage = store;
        ShowOwn("a");

        Assert.False(_sut.Draft!.IsChanged);
        Assert.Null(_sut.Restored);
    }

    [Fact]
    public async Task Show_DraftOfAnotherVersion_SaysSo()
    {
        using var js = new BunitContext();
        using var store = await OpenAsync(js, JsonSerializer.Serialize(
            new Dictionary<string, string> { [$"draft {Host} a"] = """{"Text":"{\"name\":\"Mine\"}","Base":"00"}""" }));
        _store.Storage = store;
        ShowOwn("a");

        Assert.Equal("""{"name":"Mine"}""", _sut.Draft!.Text);
        Assert.Contains("has changed since", _sut.Restored, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_PastedDefinitionWithOtherRows_KeepsWhatWasEdited()
    {
        const string definition = """{"name":"A","endpoint":"e"}""";
        var first = SampleText.Read(definition, "[]", "", out _)!;
        var second = SampleText.Read(definition, "[1]", "{}", out _)!;
        _sut.Show(first.DraftKey, WidgetCheck.Of(first.Widgets[0]), isOwn: false);
        Rename("A", "Edited");

        _sut.Show(second.DraftKey, WidgetCheck.Of(second.Widgets[0]), isOwn: false);

        Assert.Equal("Edited", _sut.Draft!.Widget.Name);
        Assert.NotEqual(first.DraftKey, SampleText.Read("""{"name":"B","endpoint":"e"}""", "[]", "", out _)!.DraftKey);
    }

    [Fact]
    public void Show_SameWidgetTwice_SharesItsDraftUntilBothHaveLeft()
    {
        ShowOwn("a");
        var other = new ShownDraft(_store);
        other.Show(Host, WidgetCheck.Of(_catalog.Current.Find("a")!), isOwn: true);
        var draft = _sut.Draft;
        Assert.Same(draft, other.Draft);

        var heard = 0;
        other.Changed += () => heard++;
        Rename("A", "Edited");
        Assert.Equal((1, "Edited"), (heard, other.Draft!.Widget.Name));

        _sut.Dispose();
        Assert.Same(draft, _store.Find(Host, "a"));
        other.Draft.Undo();
        other.Dispose();
        Assert.Null(_store.Find(Host, "a"));
    }

    private async Task<TabStorage> OpenAsync(BunitContext js, string kept)
    {
        _script = js.JSInterop.SetupModule("./js/tab-storage.js");
        _script.Setup<IJSStreamReference?>("kept").SetResult(new TextReference(kept));
        _script.SetupVoid("keep", static _ => true).SetVoidResult();
        var store = new TabStorage(js.JSInterop.JSRuntime, _clock, static run => run());
        await store.LoadAsync();
        return store;
    }

    private void ShowOwn(string id) => _sut.Show(Host, WidgetCheck.Of(_catalog.Refresh().Find(id)!), isOwn: true);

    private void Rename(string from, string to) =>
        _sut.Draft!.Edit(_sut.Draft.Text.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal));

    private static JsObject JsonOf(string name) => JsObject.Create(("name", name), ("description", ""), ("endpoint", "e"));

    private sealed class OpenGate : ISaveGate
    {
        public string? Refusal => null;
    }
}
