using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>
/// Workspace's refresh button, or its run button when the definition has one. It also handles the <c>refetchInterval</c>, because both
/// count from the last snapshot.
/// </summary>
public sealed partial class RefreshButton(TimeProvider timeProvider) : ComponentBase, IDisposable
{
    private RefetchTimer? _timer;
    private GridSession? _observed;
    private RefetchPlan? _followed;
    private (int Loads, bool IsBusy) _seen;
    private bool _isStale;

    /// <summary>Whether something changed while the page was hidden.</summary>
    private bool _isBehind;

    [Parameter, EditorRequired]
    public required GridSession Session { get; set; }

    [Parameter, EditorRequired]
    public required RefetchPlan Plan { get; set; }

    /// <value>Whether changed parameters wait for a press of the run button.</value>
    [Parameter]
    public bool HasUnsent { get; set; }

    /// <value>Raised when the button is pressed.</value>
    [Parameter]
    public EventCallback OnPress { get; set; }

    /// <value>Raised when the interval since the last rows has passed. Does not cause a rendering.</value>
    [Parameter]
    public Func<Task>? OnDue { get; set; }

    private bool IsBusy => Session.IsLoading || Session.IsRefreshing;

    private string Icon => Plan.IsRun ? Icons.Material.Filled.PlayArrow : Icons.Material.Filled.Refresh;

    private string? Text => Plan.IsRun ? "Run" : _isStale ? "Stale data" : null;

    private string Name => (Plan.IsRun ? "Run" : "Refresh")
        + (IsBusy ? ": loading" : HasUnsent ? ": changed parameters wait" : _isStale ? ": the data is stale" : "");

    private string Title => string.Join(' ', new[]
    {
        Plan.IsRun ? "Fetches the rows with the current parameters." : "Fetches the rows again.",
        Plan.Interval is { } interval ? $"Every {TimeWords.Exact(interval)} by itself." : null,
        Plan.StaleAfter is not { } stale ? null : _isStale ? $"The rows are older than {TimeWords.Exact(stale)}." : $"Stale after {TimeWords.Exact(stale)}.",
    }.OfType<string>());

    public void Dispose()
    {
        _timer?.Dispose();
        Observe(null);
    }

    protected override void OnParametersSet()
    {
        Observe(Session);
        if (_followed != Plan)
        {
            _followed = Plan;
            Restart();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // Not earlier: a prerendered page has no user to fetch rows for.
            _timer = new RefetchTimer(timeProvider, () => _ = InvokeAsync(GrowStale), () => _ = InvokeAsync(FetchAsync));
            Restart();
        }
    }

    private Task PressAsync() => IsBusy ? Task.CompletedTask : OnPress.InvokeAsync();

    private void GrowStale()
    {
        _isStale = true;
        Show();
    }

    private async Task FetchAsync()
    {
        try
        {
            if (Session.State is FeedState.Connecting or FeedState.Reconnecting)
            {
                // The feed reconnects with delays of its own, and then reloads the rows.
                _timer?.Postpone(Plan);
            }
            else if (!IsBusy && OnDue is not null)
            {
                await OnDue();
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Restart()
    {
        _isStale = false;
        _timer?.Restart(Plan);
    }

    private void Observe(GridSession? session)
    {
        if (!ReferenceEquals(_observed, session))
        {
            _observed?.Changed -= OnChanged;
            _observed?.Loaded -= OnChanged;
            session?.Changed += OnChanged;
            session?.Loaded += OnChanged;
            _observed = session;
            Restart();
        }
    }

    private void OnChanged()
    {
        var now = (Session.Loads, IsBusy);
        if (now != _seen || (_isBehind && Session.IsWatched))
        {
            if (now.Loads != _seen.Loads)
            {
                Restart();
            }

            _seen = now;
            Show();
        }
    }

    private void Show()
    {
        _isBehind = !Session.IsWatched;
        if (!_isBehind)
        {
            StateHasChanged();
        }
    }
}
