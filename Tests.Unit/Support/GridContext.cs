using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Renders the grid alone; its script is strict, so that an unexpected call fails the test.</summary>
public abstract class GridContext : BunitContext
{
    protected GridContext()
    {
        var module = JSInterop.SetupModule("./_content/LiveGridStudio.Shared/Grid/View/LiveGrid.razor.js");
        module.SetupModule("init", static _ => true).SetupVoid("stop").SetVoidResult();
    }

    protected IRenderedComponent<LiveGrid> RenderGrid(
        GridModel model, Action<ComponentParameterCollectionBuilder<LiveGrid>>? more = null) =>
        Render<LiveGrid>(parameters =>
        {
            parameters.Add(grid => grid.Model, model).Add(grid => grid.State, FeedState.Live);
            more?.Invoke(parameters);
        });

    protected static IElement Cell(IRenderedComponent<LiveGrid> cut, string row, string field) =>
        cut.Find($"[data-testid='cell-{row}-{field}']");

    /// <summary>Ids of the rows in the page, in their order.</summary>
    protected static IEnumerable<string?> RowIds(IRenderedComponent<LiveGrid> cut) =>
        cut.FindAll("[data-row-id]").Select(static row => row.GetAttribute("data-row-id"));

    /// <summary>One property of an element's style; null when it is not there.</summary>
    protected static string? Style(IElement element, string property) => (element.GetAttribute("style") ?? "")
        .Split(';')
        .Select(static part => part.Split(':', 2))
        .FirstOrDefault(part => part[0].Trim() == property)?[1].Trim();
}
