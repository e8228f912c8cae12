using LiveGridStudio.Shared.Feeds;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Grid;

/// <summary>
/// The live grid: shows a <see cref="GridModel"/> and nothing else. The parent says when to look again by rendering; only
/// rows in view are in the page, and of those only the ones whose version grew render.
/// </summary>
public sealed partial class LiveGrid(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>Height of a row in CSS pixels; the style sheet says the same.</summary>
    internal const int RowHeight = 32;

    /// <summary>Rows kept ready above and below those in view.</summary>
    private const int Overscan = 8;

    /// <summary>Before the page has said how tall it is (a first, server-made rendering).</summary>
    private static readonly RowWindow Unmeasured = new(0, 40);

    private ElementReference _root;
    private DotNetObjectReference<LiveGrid>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _viewport;
    private IReadOnlyList<ShownColumn> _columns = [];
    private IReadOnlyList<GridColumn>? _columnsOfModel;
    private string _style = "";
    private RowWindow _window = Unmeasured;
    private bool _disposed;

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

    /// <value>Shown inside the grid, below the rows: empty, loading and error states.</value>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Called by the page's script when other rows come into view.</summary>
    [JSInvokable]
    public void OnViewport(int firstRow, int rowCount)
    {
        var first = Math.Max(0, firstRow - Overscan);
        var window = new RowWindow(first, Math.Max(0, Math.Min(rowCount, 500)) + firstRow - first + Overscan);
        if (window != _window)
        {
            _window = window;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _self?.Dispose();
        try
        {
            if (_viewport is not null)
            {
                await _viewport.InvokeVoidAsync("stop");
                await _viewport.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
            _viewport = null;
        }
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_columnsOfModel, Model.Columns))
        {
            _columnsOfModel = Model.Columns;
            _columns = ShownColumn.Arrange(Model.Columns);
            _style = ShownColumn.TemplateStyle(_columns);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var module = await js.InvokeAsync<IJSObjectReference>("import", "./_content/LiveGridStudio.Shared/Grid/LiveGrid.razor.js");
        if (_disposed)
        {
            await module.DisposeAsync();
            return;
        }

        _module = module;
        _self = DotNetObjectReference.Create(this);
        _viewport = await module.InvokeAsync<IJSObjectReference>("init", _root, _self, RowHeight);
    }
}
