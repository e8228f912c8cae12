using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Definition;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

public sealed class InspectorPaneTests : StudioContext
{
    [Fact]
    public void Render_TabNeverLookedAt_IsNotDrawnAndStaysOnceItIs()
    {
        var desk = new DraftDesk(null!, Clock);
        desk.Show("source", SampleWidgets.LiveGrid(), isOwn: false);
        var cut = Render<InspectorPane>(parameters => parameters.Add(pane => pane.Desk, desk));
        Assert.Empty(cut.FindAll("[data-testid=columns-form]"));

        Tab(cut, "Columns").Click();
        cut.WaitForElement("[data-testid=columns-form]");
        Tab(cut, "Definition").Click();

        Assert.Single(cut.FindAll("[data-testid=columns-form]"));
        Assert.Empty(cut.FindAll("[data-testid=backend-address]"));
    }

    private static IElement Tab(IRenderedComponent<InspectorPane> cut, string text) =>
        cut.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == text);
}
