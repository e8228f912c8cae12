using Bunit;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Components.Forms;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class PastePanelTests : StudioContext
{
    private const string Widgets = """{"w":{"name":"W","description":"","endpoint":"e","type":"live_grid"}}""";

    private readonly PasteDraft _draft = new();
    private readonly List<SampleText> _previewed = [];
    private readonly BunitJSModuleInterop _fields;

    public PastePanelTests()
    {
        _fields = JSInterop.SetupModule("./Ui/LongTextField.razor.js").SetupModule("init", static _ => true);
        _fields.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Drop_SeveralFiles_GoEachToItsPlace()
    {
        var cut = RenderPanel();

        Drop(cut, ("widgets.json", Widgets), ("rows.json", """[{"id":"a"}]"""), ("frames.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}"));

        Assert.Equal((Widgets, """[{"id":"a"}]""", "{\"id\":\"a\"}\n{\"id\":\"b\"}"), (_draft.Definition, _draft.Rows, _draft.Frames));
        Assert.Contains("widgets.json: used as the definition, rows.json: used as the rows", Text(cut, "paste-taken"), StringComparison.Ordinal);
        Assert.Empty(cut.FindAll("[data-testid=paste-problem]"));
        cut.Find("[data-testid=paste-preview]").Click();
        Assert.Equal(2, Assert.Single(_previewed).Frames.Count);
    }

    [Fact]
    public async Task Drop_OverTypedText_CanBePutBack()
    {
        var cut = RenderPanel();
        await TypeAsync(cut, 0, "typed by hand");

        Drop(cut, ("widgets.json", Widgets));
        Assert.Equal(Widgets, _draft.Definition);
        cut.Find("[data-testid=paste-put-back]").Click();

        Assert.Equal("typed by hand", _draft.Definition);
        Assert.Empty(cut.FindAll("[data-testid=paste-put-back]"));
    }

    [Fact]
    public async Task Drop_FilesThatAreNone_SaysWhyAndLeavesWhatIsThere()
    {
        var cut = RenderPanel();
        await TypeAsync(cut, 0, "typed by hand");

        cut.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary([0x89, 0x50, 0xFF, 0xFE, 0], "picture.png"),
            InputFileContent.CreateFromText("{\"w\": oops", "broken.json"),
            InputFileContent.CreateFromText(" ", "empty.json"),
            InputFileContent.CreateFromText("7", "seven.json"),
            InputFileContent.CreateFromText(new string(' ', PastedFile.MaxBytes + 1), "<huge>.json"));

        Assert.Equal(
            [
                "picture.png is not a text file: a JSON text in UTF-8 is wanted.",
                "broken.json is not JSON, line 1, column 7: ",
                "empty.json is empty.",
                "seven.json holds neither widgets nor rows: an object or a list is wanted.",
                "<huge>.json is larger than 5 MiB.",
            ],
            cut.FindAll("[data-testid=paste-problem]").Select(static problem =>
                problem.TextContent.StartsWith("broken", StringComparison.Ordinal) ? problem.TextContent[..43] : problem.TextContent));
        Assert.Equal("typed by hand", _draft.Definition);
    }

    [Fact]
    public async Task Preview_TextThatIsNoJson_SaysWhereAndKeepsIt()
    {
        var cut = RenderPanel();
        await TypeAsync(cut, 0, "{ \"w\": oops");

        cut.Find("[data-testid=paste-preview]").Click();

        Assert.StartsWith("definition, line 1, column 8", Text(cut, "paste-problem"), StringComparison.Ordinal);
        Assert.Empty(_previewed);
        Assert.Equal("{ \"w\": oops", _draft.Definition);
    }

    [Fact]
    public async Task Render_Again_HasWhatWasTyped()
    {
        var cut = RenderPanel();
        await TypeAsync(cut, 1, "[1]");

        RenderPanel();

        Assert.Equal("[1]", Assert.Single(_fields.Invocations["write"]).Arguments[0]);
    }

    [Fact]
    public void Preview_TextOnItsWay_IsWaitedFor()
    {
        var cut = RenderPanel();
        var flush = _fields.SetupVoid("flush");

        cut.Find("[data-testid=paste-preview]").Click();
        Assert.Empty(_previewed);
        _draft.Definition = Widgets;
        flush.SetVoidResult();

        cut.WaitForAssertion(() => Assert.Single(_previewed));
    }

    private static Task TypeAsync(IRenderedComponent<PastePanel> cut, int field, string text) =>
        cut.InvokeAsync(() => cut.FindComponents<LongTextField>()[field].Instance.TypedAsync(text));

    private static void Drop(IRenderedComponent<PastePanel> cut, params (string Name, string Text)[] files) =>
        cut.FindComponent<InputFile>().UploadFiles([.. files.Select(static file => InputFileContent.CreateFromText(file.Text, file.Name))]);

    private static string Text(IRenderedComponent<PastePanel> cut, string testId) => cut.Find($"[data-testid={testId}]").TextContent.Trim();

    private IRenderedComponent<PastePanel> RenderPanel() => Render<PastePanel>(parameters => parameters
        .Add(panel => panel.Draft, _draft)
        .Add(panel => panel.OnPreview, sample => _previewed.Add(sample)));
}
