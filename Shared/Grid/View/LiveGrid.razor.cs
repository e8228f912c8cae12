using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>
/// The live grid: shows a <see cref="GridModel"/> and nothing else. The parent says when to look again by rendering; only
/// rows in view are in the page, of many columns only those in view, and only rows whose version grew render.
/// </summary>
public sealed partial class LiveGrid(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>Height of a row in CSS pixels; the style sheet says the same.</summary>
    internal const int RowHeight = 32;

    /// <summary>Rows kept ready above and below those in view.</summary>
    private const int Overscan = 4;

    /// <summary>More rows than fit on any screen.</summary>
    private const int MostRowsInView = 500;

    /// <summary>Before the page has said how tall it is (a first, server-made rendering).</summary>
    private static readonly RowWindow Unmeasured = new(0, 40);

    private readonly PageScript _script = new(js, "./_content/LiveGridStudio.Shared/Grid/View/LiveGrid.razor.js");
    private readonly GridOrder _order = new();
    private readonly Dictionary<string, double> _widths = new(StringComparer.Ordinal);
    private ElementReference _root;
    private IReadOnlyList<GridColumn>? _columnsOfModel;
    private IReadOnlyList<GridRow> _rows = [];
    private RowWindow _window = Unmeasured;
    private ActiveCell _active = ActiveCell.None;
    private ShownCard? _card;

    /// <value>What is shown. It must change only on the thread of this component.</value>
    [Parameter, EditorRequired]
    public required GridModel Model { get; set; }

    /// <value>How the feed is doing: <c>data-feed-state</c>.</value>
    [Parameter]
    public FeedState State { get; set; } = FeedState.Connecting;

    /// <value>True while a snapshot is on its way.</value>
    [Parameter]
    public bool IsLoading { get; set; }

    /// <value>The name that assistive technology reads out.</value>
    [Parameter]
    public string Label { get; set; } = "Live grid";

    /// <value>Only rows are shown whose visible texts contain all these words.</value>
    [Parameter]
    public string Filter { get; set; } = "";

    /// <value>A cell with <c>cellOnClick</c> was clicked, or Enter was pressed on it.</value>
    [Parameter]
    public EventCallback<CellClick> OnCellClick { get; set; }

    /// <value>Told when the page goes out of sight (a tab in the background) and when it is in sight again. Renders nothing.</value>
    [Parameter]
    public Action<bool>? OnWatched { get; set; }

    /// <value>Shown inside the grid, below the rows: empty, loading and error states.</value>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string ActiveId => field ??= $"lg-active-{GetHashCode():x}";

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_columnsOfModel, Model.Columns))
        {
            _columnsOfModel = Model.Columns;
            Arrange();
        }

        if (Filter != _order.Filter)
        {
            _order.SetFilter(Filter);
        }

        _rows = _order.Arrange(Model);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.StartAsync(_root, this, RowHeight, ShownColumns.ScrollStep) : Task.CompletedTask;

    private string SortWord(GridColumn column) =>
        _order.Sort is { } sort && sort.Field == column.Field ? sort.IsDescending ? "descending" : "ascending" : "none";
}
