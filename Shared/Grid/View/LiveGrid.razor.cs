using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>
/// The live grid: shows a <see cref="GridModel"/>. The parent triggers an update by rendering. The page holds only the rows in view and, of
/// many columns, only those in view; only rows with a new version are rendered.
/// </summary>
public sealed partial class LiveGrid(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>Height of a row in CSS pixels; must match the style sheet.</summary>
    internal const int RowHeight = 32;

    /// <summary>Rows rendered above and below those in view.</summary>
    private const int Overscan = 4;

    /// <summary>More rows than fit on any screen.</summary>
    private const int MostRowsInView = 500;

    /// <summary>Used before the page has reported its height (a first, server-side rendering).</summary>
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

    /// <value>The model to show. It must change only on the thread of this component.</value>
    [Parameter, EditorRequired]
    public required GridModel Model { get; set; }

    /// <value>The state of the feed, written to <c>data-feed-state</c>.</value>
    [Parameter]
    public FeedState State { get; set; } = FeedState.Connecting;

    /// <value>True while a snapshot is being loaded.</value>
    [Parameter]
    public bool IsLoading { get; set; }

    /// <value>The name that assistive technology reads out.</value>
    [Parameter]
    public string Label { get; set; } = "Live grid";

    /// <value>Shows only rows whose visible texts contain all these words.</value>
    [Parameter]
    public string Filter { get; set; } = "";

    /// <value>Raised when a cell with <c>cellOnClick</c> is clicked, or Enter is pressed on it.</value>
    [Parameter]
    public EventCallback<CellClick> OnCellClick { get; set; }

    /// <value>Raised when the page is hidden (a tab in the background) and when it is visible again. Does not cause a rendering.</value>
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
