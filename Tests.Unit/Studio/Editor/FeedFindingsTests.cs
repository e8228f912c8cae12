using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class FeedFindingsTests
{
    private static readonly WidgetDefinition Widget = WidgetDefinition.Read("grid", JsonText.Parse("""{"endpoint": "rows", "wsEndpoint": "ws"}"""));

    [Fact]
    public void Of_NoTrouble_IsEmpty() => Assert.Empty(FeedFindings.Of(Widget, default, null));

    [Theory]
    [InlineData(false, FindingSeverity.Error)]
    [InlineData(true, FindingSeverity.Warning)]
    public void Of_RowsOrSocket_IsAnErrorUntilThereWasSome(bool before, FindingSeverity severity)
    {
        var found = FeedFindings.Of(Widget, new FeedTroubles("404", "refused") { HadRows = before, WasOpen = before }, null);

        Assert.Equal([("endpoint", "endpoint", severity), ("socket", "wsEndpoint", severity)], found.Select(static finding => (finding.Rule, finding.Path, finding.Severity)));
        Assert.All(found, static finding => Assert.Equal(FindingKind.Network, finding.Kind));
    }

    [Fact]
    public void Of_SocketThatWantsHeaders_IsItsLint() =>
        Assert.Equal("LG032", Assert.Single(FeedFindings.Of(Widget, new FeedTroubles(null, "401") { WantsHeaders = true }, null)).Rule);

    [Fact]
    public void Of_Cors_IsAnError() =>
        Assert.Equal(("cors", FindingSeverity.Error), Assert.Single(FeedFindings.Of(Widget, default, "CORS would block this in Workspace because no")) is var finding ? (finding.Rule, finding.Severity) : default);

    [Fact]
    public async Task Observe_Troubles_CountInTheDraftAndGoWhenTheyAreMended()
    {
        var draft = new DefinitionDraft("grid", """{"name": "G", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid", "data": {"wsRowIdColumn": "id"}}""", TimeProvider.System);
        var before = draft.FindingCount;
        var changes = 0;
        draft.Changed += () => changes++;

        await draft.ObserveAsync(JsValue.Undefined, [], FeedFindings.Of(draft.Widget, new FeedTroubles("404", null), null));
        Assert.Equal((before + 1, 1), (draft.FindingCount, changes));
        Assert.Contains(draft.Findings, static finding => finding.Rule == "endpoint" && finding.Span.Line > 0);

        await draft.ObserveAsync(JsValue.Undefined, [], FeedFindings.Of(draft.Widget, new FeedTroubles("404", null), null));
        Assert.Equal(1, changes);

        await draft.ObserveAsync(JsValue.Undefined, []);
        Assert.Equal((before, 2), (draft.FindingCount, changes));
    }
}
