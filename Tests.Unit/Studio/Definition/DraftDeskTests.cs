using LiveGridStudio.App.Studio.Definition;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio.Definition;

public sealed class DraftDeskTests : IDisposable
{
    private const string Host = "host";
    private const string LiveGrid =
        """
        {"name":"W","description":"","type":"live_grid","endpoint":"e","wsEndpoint":"w","data":{"wsRowIdColumn":"id",
         "table":{"showAll":false,"columnsDefs":[{"field":"id"},{"field":"p"},{"field":"q"},{"field":"Index"}]}}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");
    private readonly WidgetCatalog _catalog;
    private readonly DraftDesk _sut;

    public DraftDeskTests()
    {
        File.WriteAllText(DocumentPath, """{"a":{"name":"A","description":"","endpoint":"e"},"b":{"name":"B","description":"","endpoint":"e"}}""");
        var apps = Path.Combine(_folder.FullName, "apps.json");
        File.WriteAllText(apps, "[]");
        _catalog = new WidgetCatalog(
            Options.Create(new WidgetOptions { Path = DocumentPath, AppsPath = apps }), NullLogger<WidgetCatalog>.Instance);
        _sut = new DraftDesk(new CatalogWriter(_catalog, new OpenGate()), TestBook.Clock());
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
    public void Show_SameIdOfAnotherSource_HasADraftOfItsOwnThatCannotBeSaved()
    {
        ShowOwn("a");
        Rename("A", "Edited");
        var foreign = WidgetDefinition.Read("a", JsonOf("Foreign"));

        _sut.Show("http://127.0.0.1:8000", foreign, isOwn: false);

        Assert.Equal("Foreign", _sut.Draft!.Widget.Name);
        Assert.NotNull(_sut.SaveObstacle);
        var before = File.ReadAllText(DocumentPath);
        _sut.Save();
        Assert.Equal(before, File.ReadAllText(DocumentPath));
    }

    [Fact]
    public void Show_SameBackendConnectedToAnew_KeepsWhatWasEdited()
    {
        _sut.Show(new string("http://127.0.0.1:8000"), WidgetDefinition.Read("a", JsonOf("Foreign")), isOwn: false);
        Rename("Foreign", "Edited");
        ShowOwn("b");

        _sut.Show(new string("http://127.0.0.1:8000"), WidgetDefinition.Read("a", JsonOf("Foreign")), isOwn: false);

        Assert.Equal("Edited", _sut.Draft!.Widget.Name);
    }

    [Fact]
    public void Save_EditedDraft_WritesItAndIsDoneWithIt()
    {
        ShowOwn("a");
        Rename("A", "Saved");

        _sut.Save();
        ShowOwn("a");

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.False(_sut.Draft!.IsChanged);
        Assert.Equal("Saved", _catalog.Refresh().Find("a")!.Name);
    }

    [Fact]
    public void Save_AnotherWidgetSavedMeanwhile_IsWrittenToo()
    {
        ShowOwn("b");
        Rename("B", "Edited");
        ShowOwn("a");
        Rename("A", "Saved");
        _sut.Save();

        ShowOwn("b");
        _sut.Save();

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.Equal(("Saved", "Edited"), (_catalog.Refresh().Find("a")!.Name, _catalog.Current.Find("b")!.Name));
    }

    [Fact]
    public void TakeFile_AfterARefusedSave_KeepsTheEditOneUndoAwayAndLetsItBeSaved()
    {
        ShowOwn("a");
        Rename("A", "Mine");
        File.WriteAllText(DocumentPath, File.ReadAllText(DocumentPath).Replace("\"A\"", "\"Theirs\"", StringComparison.Ordinal));
        _sut.Save();
        Assert.True(_sut.Outcome!.IsConflict);

        _sut.TakeFile();
        Assert.Equal("Theirs", _sut.Draft!.Widget.Name);
        Assert.False(_sut.Draft.IsChanged);
        _sut.Draft.Undo();
        Assert.Equal("Mine", _sut.Draft.Widget.Name);
        _sut.Save();

        Assert.True(_sut.Outcome!.Saved, _sut.Outcome.Message);
        Assert.Equal("Mine", _catalog.Refresh().Find("a")!.Name);
    }

    [Fact]
    public async Task Observe_EachNewMessage_IsLookedAtWithinTheNextLook()
    {
        _sut.Show(Host, WidgetDefinition.Read("w", JsJson.Parse(LiveGrid)), isOwn: false);
        await using var bench = await SessionBench.OpenAsync(_sut.Draft!.Widget, """[{"id":"x","p":1,"q":1}]""");
        bench.Send("""{"id":"x","p":2}""");
        _sut.Observe(bench.Session);
        Assert.DoesNotContain(_sut.Draft.Findings, static finding => finding.Rule is "LG020" or "LG021");

        bench.Send("""[{"id":"x","p":3},null]""");
        _sut.Observe(bench.Session);
        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG021");
        bench.Send("""[{"id":"x","p":4},{"id":"x","q":4}]""");
        _sut.Observe(bench.Session);
        Assert.Contains(_sut.Draft.Findings, static finding => finding.Rule == "LG020");

        var changes = 0;
        _sut.Changed += () => changes++;
        for (var i = 0; i < 300; i++)
        {
            bench.Send($$"""{"id":"x","p":{{i}}}""");
            _sut.Observe(bench.Session);
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
        _sut.Show(Host, WidgetDefinition.Read("w", JsJson.Parse(LiveGrid)), isOwn: false);
        await using var bench = await SessionBench.OpenAsync(_sut.Draft!.Widget, rows);

        _sut.Observe(bench.Session);

        Assert.Contains(_sut.Draft.Findings, finding => finding.Rule == rule);
    }

    private void ShowOwn(string id) => _sut.Show(Host, _catalog.Refresh().Find(id), isOwn: true);

    private void Rename(string from, string to) =>
        _sut.Draft!.Edit(_sut.Draft.Text.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal));

    private static JsObject JsonOf(string name) => JsObject.Create(("name", name), ("description", ""), ("endpoint", "e"));

    private sealed class OpenGate : ISaveGate
    {
        public string? Refusal => null;
    }
}
