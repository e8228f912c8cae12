using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.List;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.List;

public sealed class WidgetListTests : StudioContext
{
    private readonly List<string> _selected = [];

    public WidgetListTests()
    {
        var module = JSInterop.SetupModule("./Studio/List/WidgetList.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        module.SetupModule("init", static _ => true).Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_Entries_AreByCategoryWithTypeNameAndFindings()
    {
        var cut = RenderList(
            Entry("a", "Prices", "FX", findings: 2),
            Entry("b", "News", "Macro", "newsfeed", isPreviewed: false),
            Entry("c", "Rates", "FX", findings: 1, isRefused: true),
            Entry("d", "", "", ""));

        Assert.Equal(["FX", "Macro", "Other"], cut.FindAll("h3").Select(static heading => heading.TextContent));
        Assert.Equal(["Prices", "Rates", "News", "d"], cut.FindAll("[data-testid=widget-name]").Select(static name => name.TextContent));
        Assert.Equal("newsfeed · not previewed", cut.Find("[data-testid=widget-b] .item-type").TextContent);
        Assert.Equal("no type", cut.Find("[data-testid=widget-d] .item-type").TextContent);
        Assert.Equal("2 findings", cut.Find("[data-testid=widget-a] [data-testid=widget-findings]").GetAttribute("title"));
        Assert.Equal("1 finding, refused by Workspace", cut.Find("[data-testid=widget-c] [data-testid=widget-findings]").GetAttribute("title"));
        Assert.Empty(cut.FindAll("[data-testid=widget-b] [data-testid=widget-findings]"));
        Assert.Equal("4 widgets", cut.Find("[data-testid=widget-hits]").TextContent);
    }

    [Fact]
    public void Select_WidgetThatIsNotPreviewed_IsChosenLikeAnyOther()
    {
        var cut = RenderList(Entry("a", "A", "X"), Entry("b", "B", "X", "metric", isPreviewed: false));

        cut.Find("[data-testid=widget-b]").Click();

        Assert.Equal(["b"], _selected);
    }

    [Fact]
    public void Search_Words_ShowsHitsAndTheirCountOrSaysThatThereAreNone()
    {
        var cut = RenderList(Entry("a", "Prices of FX", "X"), Entry("b", "Prices of bonds", "Y"), Entry("c", "News", "Y"));

        Search(cut, "prices");
        Assert.Equal(["a", "b"], Ids(cut));
        Assert.Equal("2 of 3 widgets", cut.Find("[data-testid=widget-hits]").TextContent);

        Search(cut, "<b>zzz");
        Assert.Empty(Ids(cut));
        Assert.Contains("No widget matches", cut.Markup, StringComparison.Ordinal);
        Assert.Equal("<b>zzz", cut.Find("q").TextContent);

        cut.Find("[data-testid=widget-show-all]").Click();
        Assert.Equal(["a", "b", "c"], Ids(cut));
    }

    [Fact]
    public void TabStop_IsOneEntry_TheSelectedOneOrWhereTheFocusWent()
    {
        var cut = RenderList(Entry("a", "A", "X"), Entry("b", "B", "Y"), Entry("c", "C", "Y"));
        Assert.Equal("a", TabStop(cut));

        cut.Find("[data-testid=widget-c]").Focus();
        Assert.Equal("c", TabStop(cut));

        cut.Render(parameters => parameters.Add(list => list.SelectedId, "b"));
        Assert.Equal("b", TabStop(cut));
        Assert.Equal("true", cut.Find("[data-testid=widget-b]").GetAttribute("aria-current"));

        Search(cut, "C");
        Assert.Equal("c", TabStop(cut));
    }

    [Fact]
    public void Render_ThousandsOfEntries_ListsTheFirstTheSelectedAndMoreWhenAsked()
    {
        var entries = Enumerable.Range(0, 2000).Select(static i => Entry($"w{i}", $"Widget {i}", $"C{i % 7}")).ToArray();
        var cut = RenderList(entries);
        Assert.Equal(WidgetList.PageSize, Ids(cut).Count);
        Assert.Contains("The first 200 are listed", cut.Find(".widgets-more").TextContent, StringComparison.Ordinal);

        cut.Render(parameters => parameters.Add(list => list.SelectedId, "w1999"));
        Assert.Contains("w1999", Ids(cut));

        cut.Find("[data-testid=widget-more]").Click();
        Assert.Equal((2 * WidgetList.PageSize) + 1, Ids(cut).Count);

        Search(cut, "Widget 1998");
        Assert.Equal(["w1998"], Ids(cut));
    }

    [Fact]
    public void Select_Another_RendersThoseTwoEntriesAlone()
    {
        var cut = RenderList([.. Enumerable.Range(0, 50).Select(static i => Entry($"w{i}", $"Widget {i}", "C"))]);
        var items = cut.FindComponents<WidgetListItem>();
        var before = items.Select(static item => item.RenderCount).ToArray();

        cut.Render(parameters => parameters.Add(list => list.SelectedId, "w7"));

        Assert.Equal(["w0", "w7"], items.Where((item, i) => item.RenderCount > before[i]).Select(static item => item.Instance.Entry.Widget.Id));
    }

    [Fact]
    public void Render_EndlessTexts_ShowsTheirStart()
    {
        var endless = new string('x', 100_000);

        var cut = RenderList(Entry(endless, endless, endless, endless));

        Assert.InRange(cut.Markup.Length, 1, 20_000);
        Assert.EndsWith("…", cut.Find("[data-testid=widget-name]").TextContent, StringComparison.Ordinal);
        cut.Find("[data-widget-entry]").Click();
        Assert.Equal([endless], _selected);
    }

    [Fact]
    public void FindDraft_FindingsChange_RendersThatEntryAlone()
    {
        var draft = new DefinitionDraft("w7", """{"name":"W","description":"","endpoint":"e","type":"chart","colour":1}""", Clock);
        var cut = Render<WidgetList>(parameters => parameters
            .Add(list => list.Entries, [.. Enumerable.Range(0, 50).Select(static i => Entry($"w{i}", $"Widget {i}", "C", "chart"))])
            .Add(list => list.FindDraft, id => id == "w7" ? draft : null));
        Assert.Equal("1 finding", cut.Find("[data-testid=widget-w7] [data-testid=widget-findings]").GetAttribute("title"));
        var items = cut.FindComponents<WidgetListItem>();
        var before = items.Select(static item => item.RenderCount).ToArray();

        draft.Apply(draft.Findings[0]);
        cut.Render();
        cut.Render();

        Assert.Empty(cut.FindAll("[data-testid=widget-findings]"));
        Assert.Equal(["w7"], items.Where((item, i) => item.RenderCount > before[i]).Select(static item => item.Instance.Entry.Widget.Id));
        Assert.Equal(before[7] + 1, items[7].RenderCount);
    }

    private static WidgetEntry Entry(
        string id, string name, string category, string type = "live_grid", int findings = 0, bool isRefused = false, bool isPreviewed = true) => new(
        WidgetCheck.Of(WidgetDefinition.Read(id, JsObject.Create(("name", name), ("category", category), ("type", type)))), findings, isRefused, isPreviewed);

    private static IReadOnlyList<string?> Ids(IRenderedComponent<WidgetList> cut) =>
        [.. cut.FindAll("[data-widget-entry]").Select(static item => item.GetAttribute("data-testid")?["widget-".Length..])];

    private static string TabStop(IRenderedComponent<WidgetList> cut) => string.Join(
        ',', cut.FindAll("[data-widget-entry][tabindex='0']").Select(static item => item.GetAttribute("data-testid")!["widget-".Length..]));

    private void Search(IRenderedComponent<WidgetList> cut, string text)
    {
        cut.Find("[data-testid=widget-search]").Input(text);
        Clock.Advance(TimeSpan.FromSeconds(1));
        cut.WaitForAssertion(() => Assert.DoesNotContain(cut.FindAll("[data-widget-entry]"), item => !IsHit(item, text)), TimeSpan.FromSeconds(5));
    }

    private static bool IsHit(IElement item, string text) => item.TextContent.Contains(text, StringComparison.OrdinalIgnoreCase);

    private IRenderedComponent<WidgetList> RenderList(params WidgetEntry[] entries) => Render<WidgetList>(parameters => parameters
        .Add(list => list.Entries, entries)
        .Add(list => list.SelectedIdChanged, id => _selected.Add(id)));
}
