using Bunit;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class ScaffoldPanelTests : StudioContext
{
    private readonly TestFolder _folder = new();
    private readonly Gate _gate = new();
    private readonly LiveTable _table;
    private readonly List<string> _saved = [];

    public ScaffoldPanelTests()
    {
        _folder.Write("widgets.json", "{\n  \"first\": { \"name\": \"First\", \"description\": \"\", \"endpoint\": \"a\", \"type\": \"table\" }\n}\n");
        var catalog = new WidgetCatalog(
            Options.Create(new WidgetOptions { Path = WidgetsPath, AppsPath = _folder.Write("apps.json", "[]") }), NullLogger<WidgetCatalog>.Instance);
        Services.AddSingleton(catalog);
        Services.AddSingleton(new CatalogWriter(catalog, _gate));
        var script = JSInterop.SetupModule("./Studio/Host/ScaffoldPanel.razor.js");
        script.Mode = JSRuntimeMode.Strict;
        Copy = script.Setup<bool>("copy", static _ => true);
        var shape = new TableOptions();
        shape.Key.Add("id");
        _table = new LiveTable("orders", shape, Clock);
    }

    private string WidgetsPath => _folder["widgets.json"];

    private JSRuntimeInvocationHandler<bool> Copy { get; }

    [Fact]
    public void Save_Definition_IsAddedToTheFileAndTold()
    {
        Write("""{"id": 1, "desk": "<b>fx</b>", "price": 2.5}""");
        var cut = RenderPanel();
        Assert.Contains("\"wsRowIdColumn\": \"id\"", Text(cut, "scaffold-text"), StringComparison.Ordinal);
        Assert.Contains("nothing to report", Text(cut, "scaffold-findings"), StringComparison.Ordinal);
        cut.Find("[data-testid=scaffold-id]").Input("fx");
        cut.Find("[data-testid=scaffold-id]").Change("fx");
        Assert.Contains("\"name\": \"Fx\"", Text(cut, "scaffold-text"), StringComparison.Ordinal);

        cut.Find("[data-testid=scaffold-save]").Click();

        cut.WaitForAssertion(() => Assert.Equal(["fx"], _saved));
        var widgets = JsonText.Parse(File.ReadAllText(WidgetsPath));
        Assert.Equal(["first", "fx"], widgets.Object.Select(static member => member.Key));
        Assert.Equal("orders_ws", widgets["fx"]["wsEndpoint"].Text);
        Assert.StartsWith("{\n  \"first\": { \"name\"", File.ReadAllText(WidgetsPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EmptyTable_SaysThatARowIsNeededAndShowsTheDefinitionOnceThereIsOne()
    {
        var cut = RenderPanel();
        Assert.Contains("There is no row yet", Text(cut, "scaffold-problem"), StringComparison.Ordinal);
        Assert.Contains("POST /api/tables/orders/rows", Text(cut, "scaffold-waiting"), StringComparison.Ordinal);
        Assert.Empty(cut.FindAll("[data-testid=scaffold-save]"));

        Write("""{"id": 1, "price": 2.5}""");
        Clock.Advance(TimeSpan.FromSeconds(1));
        cut.WaitForAssertion(() => Assert.Contains("showCellChange", Text(cut, "scaffold-text"), StringComparison.Ordinal));

        Write("""{"id": 1, "price": 3.5}""");
        Clock.Advance(TimeSpan.FromSeconds(1));
        cut.WaitForAssertion(() => Assert.Contains("seen to change: price", Text(cut, "scaffold-notes"), StringComparison.Ordinal));
    }

    [Fact]
    public void Render_EmptyTableOfAFailingSource_SaysWhatTheSourceSays()
    {
        _table.Source.Begin(new FailingSource());
        _table.Source.Retry("the answer is <b>not JSON</b>", null);

        var cut = RenderPanel();

        Assert.Contains("its source (poll). The source says: the answer is <b>not JSON</b>", Text(cut, "scaffold-waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public void RowId_OtherColumns_AreWrittenAndSaidInWords()
    {
        Write("""{"id": 1, "venue": "x", "price": 2.5}""");
        Write("""{"id": 2, "venue": "x", "price": 2.5}""");
        var cut = RenderPanel();
        Assert.Contains("the table's key", cut.Find(".scaffold-key").TextContent, StringComparison.Ordinal);

        cut.FindAll("[data-testid=scaffold-row-id] input")[1].Change(true);
        Assert.Contains("\"wsRowIdColumn\": [\"id\", \"venue\"]", Text(cut, "scaffold-text"), StringComparison.Ordinal);

        cut.FindAll("[data-testid=scaffold-row-id] input")[0].Change(false);
        Assert.Contains("not the table's key", cut.Find(".scaffold-key").TextContent, StringComparison.Ordinal);
        Assert.Contains("Several rows have the id", Text(cut, "scaffold-findings"), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_NotAllowed_SaysSoAndOffersToCopy()
    {
        _gate.Refusal = "Saving is switched off by the setting Studio:SaveEnabled.";
        Write("""{"id": 1}""");
        Copy.SetResult(true);
        var cut = RenderPanel();

        Assert.Contains("Studio:SaveEnabled. Copy the definition", Text(cut, "scaffold-obstacle"), StringComparison.Ordinal);
        Assert.True(cut.Find("[data-testid=scaffold-save]").HasAttribute("disabled"));
        cut.Find("[data-testid=scaffold-copy]").Click();

        cut.WaitForAssertion(() => Assert.Equal("Copied.", Text(cut, "scaffold-copied")));
        Assert.Equal("orders", JsonText.Parse((string)Copy.Invocations.Single().Arguments[0]!).Object[0].Key);
    }

    [Fact]
    public void Save_FileChangedMeanwhile_SaysSoAndSavesTheSecondTime()
    {
        Write("""{"id": 1}""");
        var cut = RenderPanel();
        File.WriteAllText(WidgetsPath, "{}");

        cut.Find("[data-testid=scaffold-save]").Click();
        cut.WaitForAssertion(() => Assert.Contains("has changed since the studio read it", Text(cut, "scaffold-refused"), StringComparison.Ordinal));
        Assert.Empty(_saved);

        cut.Find("[data-testid=scaffold-save]").Click();
        cut.WaitForAssertion(() => Assert.Equal(["orders"], _saved));
    }

    [Fact]
    public void Id_ThatIsTaken_CannotBeSaved()
    {
        Write("""{"id": 1}""");
        var cut = RenderPanel();

        cut.Find("[data-testid=scaffold-id]").Input("first");
        cut.Find("[data-testid=scaffold-id]").Change("first");

        Assert.Contains("already", Text(cut, "scaffold-id-problem"), StringComparison.Ordinal);
        Assert.True(cut.Find("[data-testid=scaffold-save]").HasAttribute("disabled"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private static string Text(IRenderedComponent<ScaffoldPanel> cut, string testId) => cut.Find($"[data-testid={testId}]").TextContent;

    private void Write(string row) => _table.Write(JsonText.Parse(row).Object);

    private IRenderedComponent<ScaffoldPanel> RenderPanel() => Render<ScaffoldPanel>(parameters => parameters
        .Add(panel => panel.Table, _table)
        .Add(panel => panel.OnSaved, _saved.Add));

    private sealed class Gate : ISaveGate
    {
        public string? Refusal { get; set; }
    }

    private sealed class FailingSource : ITableSource
    {
        public string Type => "poll";

        public Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
