using System.Text.Json;
using Bunit;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class DefinitionEditorTests : StudioContext
{
    private readonly BunitJSModuleInterop _module;
    private readonly BunitJSModuleInterop _page;
    private int _saves;

    public DefinitionEditorTests()
    {
        _module = JSInterop.SetupModule("./Studio/Editor/DefinitionEditor.razor.js");
        _module.Mode = JSRuntimeMode.Strict;
        _module.SetupVoid("load").SetVoidResult();
        _page = _module.SetupModule("init", static _ => true);
        _page.Mode = JSRuntimeMode.Loose;
        Draft = new DefinitionDraft("prices", """{"name": "A", "type": "table"}""", Clock);
    }

    private DefinitionDraft Draft { get; }

    [Fact]
    public void Render_Draft_MarksItsFindings()
    {
        RenderEditor();

        var markers = Assert.IsType<JsonElement>(Assert.Single(_page.VerifyInvoke("mark").Arguments));
        Assert.Equal(Draft.Findings.Count, markers.GetArrayLength());
        Assert.Contains(markers.EnumerateArray(), static marker => marker.GetProperty("severity").ValueEquals("error")
            && marker.GetProperty("code").ValueEquals("invalid_type") && marker.GetProperty("startLineNumber").GetInt32() == 1);
    }

    [Fact]
    public void Render_OnTwoPagesAtOnce_EachGetsItsOwnText()
    {
        using var other = new OtherPage();
        RenderEditor();
        other.Show("""{"name": "B"}""");

        Assert.Equal(Draft.Text, TextOf(_module));
        Assert.Equal("""{"name": "B"}""", TextOf(other.Module));
    }

    [Fact]
    public void Render_FaultOfTheEditor_IsSaidAndCanBeTriedAgain()
    {
        var load = _module.SetupVoid("load");
        load.SetException(new JSException("<b>No room</b>"));
        var cut = Render<DefinitionEditor>(parameters => parameters.Add(editor => editor.Draft, Draft));
        cut.WaitForAssertion(() => Assert.Contains("<b>No room</b>", cut.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        load.SetVoidResult();
        cut.FindAll("button").Single(static button => button.TextContent == "Try again").Click();

        cut.WaitForAssertion(() => Assert.Equal("true", cut.Find(".editor-body").GetAttribute("data-ready")));
    }

    [Fact]
    public async Task Typed_Text_GoesToTheDraftAndNotBack()
    {
        var cut = RenderEditor();
        var writes = Writes();

        await cut.InvokeAsync(() => cut.Instance.TypedAsync("{\"name\": \"B\"}"));

        Assert.Equal("{\"name\": \"B\"}", Draft.Text);
        Assert.Equal(writes, Writes());
        Assert.Equal("Not saved", cut.Find("[data-testid=editor-state]").TextContent);
    }

    [Fact]
    public async Task Edit_InAnotherView_GoesToTheEditor()
    {
        var cut = RenderEditor();

        await cut.InvokeAsync(() => Draft.Edit("{}"));

        cut.WaitForAssertion(() => Assert.Equal("{}", _page.Invocations["write"][^1].Arguments[0]));
    }

    [Fact]
    public async Task Edit_WhoseWritingIsNeverAnswered_EndsNothingAndIsWrittenAgain()
    {
        var cut = RenderEditor();
        var writes = Writes();
        var write = _page.SetupVoid("write", static _ => true);
        write.SetCanceled();
        await cut.InvokeAsync(() => Draft.Edit("{}"));
        cut.WaitForAssertion(() => Assert.Equal(writes + 1, Writes()));
        write.SetVoidResult();

        await cut.InvokeAsync(Draft.Undo);
        await cut.InvokeAsync(Draft.Redo);

        cut.WaitForAssertion(() => Assert.Equal("{}", _page.Invocations["write"][^1].Arguments[0]));
        Assert.Equal(writes + 3, Writes());
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public async Task UndoAndRedo_Buttons_CrossTheViews()
    {
        var cut = RenderEditor();
        Assert.True(cut.Find("[data-testid=undo]").HasAttribute("disabled"));
        await cut.InvokeAsync(() => cut.Instance.TypedAsync("{\"a\": 1}"));
        await cut.InvokeAsync(() => Draft.Edit("{\"a\": 1, \"b\": 2}", "form.b"));

        cut.Find("[data-testid=undo]").Click();
        Assert.Equal("{\"a\": 1}", Draft.Text);
        cut.Find("[data-testid=undo]").Click();
        Assert.Equal(Draft.SavedText, Draft.Text);
        cut.Find("[data-testid=redo]").Click();
        Assert.Equal("{\"a\": 1}", Draft.Text);
    }

    [Fact]
    public async Task Save_ChangedText_AsksForIt()
    {
        var cut = RenderEditor();
        Assert.True(cut.Find("[data-testid=save]").HasAttribute("disabled"));
        await cut.InvokeAsync(() => cut.Instance.TypedAsync("{\"name\": \"B\"}"));

        cut.Find("[data-testid=save]").Click();

        Assert.Equal(1, _saves);
    }

    [Theory]
    [InlineData("Of another backend: nothing is written there.", "{\"name\": \"B\"}", "Of another backend: nothing is written there.")]
    [InlineData(null, "{", "Not JSON")]
    public async Task Save_WhereItCannotBe_SaysWhy(string? obstacle, string text, string state)
    {
        var cut = RenderEditor(obstacle);
        await cut.InvokeAsync(() => cut.Instance.TypedAsync(text));

        Assert.True(cut.Find("[data-testid=save]").HasAttribute("disabled"));
        Assert.Equal(state, cut.Find("[data-testid=editor-state]").TextContent);
        await cut.InvokeAsync(cut.Instance.SaveAsync);
        Assert.Equal(0, _saves);
    }

    [Fact]
    public async Task Outcome_Refusal_IsAnAlert()
    {
        var cut = Render<DefinitionEditor>(parameters => parameters
            .Add(editor => editor.Draft, Draft)
            .Add(editor => editor.Outcome, new SaveOutcome("<b>It has changed.</b>", null)));

        Assert.Equal("<b>It has changed.</b>", cut.Find("[role=alert]").TextContent.Trim());
        Assert.Empty(cut.FindAll("b"));
        await cut.InvokeAsync(() => Draft.Edit("{}"));
        cut.WaitForAssertion(() => Assert.Empty(cut.FindAll("[role=alert]")));
    }

    [Fact]
    public async Task Reveal_Finding_SelectsItsPlace()
    {
        var cut = RenderEditor();
        var finding = Draft.Findings[0];

        await cut.InvokeAsync(() => cut.Instance.RevealAsync(finding));

        Assert.Equal(
            [finding.Span.Line, finding.Span.Column, finding.Span.EndLine, finding.Span.EndColumn],
            _page.VerifyInvoke("reveal").Arguments.Cast<int>());
    }

    [Fact]
    public void Render_ScriptThatCannotBeLoaded_SaysSo()
    {
        _module.SetupVoid("load").SetException(new Microsoft.JSInterop.JSException("The editor's file cannot be loaded."));

        var cut = Render<DefinitionEditor>(parameters => parameters.Add(editor => editor.Draft, Draft));

        Assert.Contains("cannot be loaded", cut.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_Editor_LetsGoOfThePageAndTheDraft()
    {
        RenderEditor();

        await DisposeComponentsAsync();
        Draft.Edit("{}");

        _page.VerifyInvoke("stop");
        Assert.DoesNotContain(_page.Invocations["write"], static call => (string?)call.Arguments[0] == "{}");
    }

    private int Writes() => _page.Invocations["write"].Count;

    private static string? TextOf(BunitJSModuleInterop module) =>
        ((JsonElement)module.Invocations["init"].Single().Arguments[2]!).GetProperty("value").GetString();

    private sealed class OtherPage : StudioContext
    {
        public OtherPage()
        {
            Module = JSInterop.SetupModule("./Studio/Editor/DefinitionEditor.razor.js");
            Module.SetupVoid("load").SetVoidResult();
            Module.SetupModule("init", static _ => true).Mode = JSRuntimeMode.Loose;
        }

        public BunitJSModuleInterop Module { get; }

        public void Show(string text)
        {
            var cut = Render<DefinitionEditor>(parameters => parameters.Add(editor => editor.Draft, new DefinitionDraft("other", text, Clock)));
            cut.WaitForAssertion(() => Assert.Equal("true", cut.Find(".editor-body").GetAttribute("data-ready")));
        }
    }

    private IRenderedComponent<DefinitionEditor> RenderEditor(string? obstacle = null)
    {
        var cut = Render<DefinitionEditor>(parameters => parameters
            .Add(editor => editor.Draft, Draft)
            .Add(editor => editor.SaveObstacle, obstacle)
            .Add(editor => editor.OnSave, () => _saves++));
        cut.WaitForAssertion(() => Assert.Equal("true", cut.Find(".editor-body").GetAttribute("data-ready")));
        return cut;
    }
}
