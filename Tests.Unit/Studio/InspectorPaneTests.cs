using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

public sealed class InspectorPaneTests : StudioContext
{
    [Fact]
    public void Render_TabNeverLookedAt_IsNotDrawnAndStaysOnceItIs()
    {
        var draft = new ShownDraft(new DraftStore(null!, Clock));
        draft.Show("source", WidgetCheck.Of(SampleWidgets.LiveGrid()), isOwn: false);
        var cut = Render<InspectorPane>(parameters => parameters.Add(pane => pane.Draft, draft));
        Assert.Empty(cut.FindAll("[data-testid=columns-form]"));

        Tab(cut, "Columns").Click();
        cut.WaitForElement("[data-testid=columns-form]");
        Tab(cut, "Definition").Click();

        Assert.Single(cut.FindAll("[data-testid=columns-form]"));
        Assert.Empty(cut.FindAll("[data-testid=backend-address]"));
    }

    [Theory]
    [InlineData("Definition", "ArrowRight", "Columns")]
    [InlineData("Definition", "ArrowLeft", "Workspace")]
    [InlineData("Workspace", "ArrowRight", "Definition")]
    [InlineData("Columns", "Enter", "Columns")]
    public void Keys_OnTheTabs_MoveFromOneToTheNext(string from, string key, string to)
    {
        var cut = Render<InspectorPane>(parameters => parameters.Add(pane => pane.Draft, null));
        Tab(cut, from).Click();
        cut.Find("[role=tablist]").KeyDown(key);

        Assert.Equal("true", Tab(cut, to).GetAttribute("aria-selected"));
        Assert.Equal("0", Tab(cut, to).GetAttribute("tabindex"));
        Assert.Single(cut.FindAll("[role=tab][aria-selected=true]"));
        Assert.False(cut.Find($"#{Tab(cut, to).GetAttribute("aria-controls")}").HasAttribute("hidden"));
    }

    private static IElement Tab(IRenderedComponent<InspectorPane> cut, string text) =>
        cut.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == text);
}
