using Bunit;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Problems;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Checking.Lint;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Problems;

public sealed class ProblemsPanelTests : StudioContext
{
    private const string Frozen =
        """
        {
          "name": "N", "description": "", "endpoint": "e", "wsEndpoint": "w", "type": "live_grid",
          "data": { "wsRowIdColumn": "symbol", "table": { "columnsDefs": [
            { "field": "symbol", "headerName": "Symbol" },
            { "field": "price", "headerName": "Price", "enableCellChangeWs": null },
            { "field": "size", "headerName": "Size" }
          ] } }
        }
        """;

    private static readonly FeedCoverage AllSeen = FeedCoverage.Of(FeedState.Live, isLoading: false, rows: 1, hasSocket: true, new FrameTotals { Frames = 1, Rows = 1 });

    [Fact]
    public void Render_NothingFoundYetNotAllSeen_GivesNoAllClear()
    {
        var draft = Draft(Frozen.Replace(", \"enableCellChangeWs\": null", "", StringComparison.Ordinal));
        Assert.True(draft.ObserveAsync(JsValue.Undefined, []).IsCompletedSuccessfully);
        var failed = FeedCoverage.Of(FeedState.Failed, isLoading: false, rows: 0, hasSocket: true, default);
        var cut = Render<ProblemsPanel>(parameters => parameters.Add(panel => panel.Draft, draft).Add(panel => panel.Seen, failed));

        Assert.Equal("Nothing found in the definition.", cut.Find("[data-testid=problem-none]").TextContent);
        Assert.Equal("problems-bad", cut.Find("[data-testid=problem-unseen]").ClassName);
        Assert.Contains("could not be read", cut.Find("[data-testid=problem-unseen]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Finding_SaysRuleSeverityPathMessageAndFix()
    {
        var cut = RenderPanel(Draft(Frozen));

        var problem = cut.Find("[data-testid=problem-LG016]");
        Assert.Equal("data.table.columnsDefs.1.enableCellChangeWs", problem.GetAttribute("data-path"));
        Assert.Equal("Warning", problem.QuerySelector(".problem-severity")!.TextContent);
        Assert.Equal("LG016", problem.QuerySelector("code")!.TextContent);
        Assert.Contains("line 5", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("Workspace reads that as false", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("Take enableCellChangeWs away", problem.QuerySelector(".problem-fix")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 warning", cut.Find("[data-testid=problem-count]").TextContent);
    }

    [Fact]
    public void Off_Click_AsksForTheRuleAndSwitchedOnesAreNamed()
    {
        var draft = Draft(Frozen);
        var asked = new List<(string, string?)>();
        var on = new List<string>();
        var cut = Render<ProblemsPanel>(parameters => parameters.Add(panel => panel.Draft, draft).Add(panel => panel.Seen, AllSeen)
            .Add(panel => panel.OnOff, asked.Add).Add(panel => panel.OnOn, on.Add));

        cut.Find("[data-testid=off-LG016] [data-testid=off-document]").Click();
        cut.Find("[data-testid=off-LG016] [data-testid=off-widget]").Click();
        Assert.Equal([("LG016", null), ("LG016", draft.WidgetId)], asked);

        draft.Switch(RuleSwitches.None.Off("LG016", draft.WidgetId));
        Assert.Empty(cut.FindAll("[data-testid=problem-LG016]"));
        Assert.Contains("1 finding not shown", cut.Find("[data-testid=rules-off]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing to report", cut.Markup, StringComparison.Ordinal);
        cut.Find($"[data-testid='on-LG016:{draft.WidgetId}']").Click();
        Assert.Equal([$"LG016:{draft.WidgetId}"], on);
    }

    [Fact]
    public void Fix_Click_ChangesTheDraftAndTheFindingGoes()
    {
        var draft = Draft(Frozen);
        var cut = Render<ProblemsPanel>(parameters => parameters.Add(panel => panel.Draft, draft).Add(panel => panel.Seen, AllSeen));

        cut.Find("[data-testid=fix-LG016]").Click();

        Assert.Equal(Frozen.Replace(", \"enableCellChangeWs\": null", "", StringComparison.Ordinal), draft.Text);
        cut.WaitForAssertion(() => Assert.Contains("Nothing to report", cut.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Jump_Click_NamesTheFinding()
    {
        Finding? asked = null;
        var cut = Render<ProblemsPanel>(parameters => parameters
            .Add(panel => panel.Draft, Draft(Frozen)).Add(panel => panel.Seen, AllSeen).Add(panel => panel.OnJump, finding => asked = finding));

        cut.Find("[data-testid=jump-LG016]").Click();

        Assert.Equal(5, asked?.Span.Line);
    }

    [Fact]
    public void Render_FindingWithoutFix_HasNoButton()
    {
        var cut = RenderPanel(Draft(Frozen.Replace("\"wsRowIdColumn\": \"symbol\", ", "", StringComparison.Ordinal)));

        Assert.NotEmpty(cut.FindAll("[data-testid=problem-LG002]"));
        Assert.Empty(cut.FindAll("[data-testid=fix-LG002]"));
    }

    [Fact]
    public void Render_HostileText_StaysText()
    {
        var cut = RenderPanel(Draft("""{"<img src=x onerror=alert(1)>": 1, "name": "<script>1</script>"}"""));

        Assert.Empty(cut.FindAll("img, script"));
        Assert.NotEmpty(cut.FindAll("[data-testid=problem-invalid_type]"));
    }

    [Fact]
    public async Task Edit_FromOutside_ShowsAtOnce()
    {
        var draft = Draft(Frozen);
        var cut = RenderPanel(draft);

        await cut.InvokeAsync(() => draft.Edit("{"));

        cut.WaitForElement("[data-testid=problem-not_json]");
        Assert.Empty(cut.FindAll("[data-testid=problem-LG016]"));
    }

    [Fact]
    public void Render_ManyFindings_ShowsTheFirstAndCountsTheRest()
    {
        var columns = string.Join(',', Enumerable.Range(0, 250).Select(static i => $$"""{"field":"f{{i}}","headerName":"H","enableCellChangeWs":null}"""));
        var widget = LintSamples.WithColumns($$"""[{"field": "x", "headerName": "X"},{{columns}}]""");
        var cut = RenderPanel(Draft(JsonText.Stringify(widget)));

        Assert.Equal(200, cut.FindAll("li").Count);
        Assert.Contains("And 50 more", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_Panel_LetsGoOfTheDraft()
    {
        var draft = Draft(Frozen);
        var cut = RenderPanel(draft);
        var renders = cut.RenderCount;

        await DisposeComponentsAsync();
        draft.Edit("{}");

        Assert.Equal(renders, cut.RenderCount);
    }

    private DefinitionDraft Draft(string text) => new("w", text, Clock);

    private IRenderedComponent<ProblemsPanel> RenderPanel(DefinitionDraft draft)
    {
        Assert.True(draft.ObserveAsync(JsValue.Undefined, []).IsCompletedSuccessfully);
        return Render<ProblemsPanel>(parameters => parameters.Add(panel => panel.Draft, draft).Add(panel => panel.Seen, AllSeen));
    }
}
