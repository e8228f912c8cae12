using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Params;

public sealed partial class EndpointParam : ParamControl, IDisposable
{
    private CancellationTokenSource? _fetching;
    private ParamOptionList? _list;
    private (JsValue Definition, string? Key, string? Obstacle)? _asked;
    private string? _problem;
    private bool _isLoading;
    private bool _isRendered;

    /// <value>
    /// Fetches the options; throws <see cref="FeedException"/> with the reason when there are none. Null when they cannot be fetched: then
    /// the value is typed.
    /// </value>
    [Parameter]
    public Func<ParamDefinition, CancellationToken, Task<ParamOptionList>>? FetchOptions { get; set; }

    /// <value>The options are fetched again when this changes: the values that <c>optionsParams</c> refers to, or the backend.</value>
    [Parameter]
    public string? OptionsKey { get; set; }

    /// <value>Why the options are not fetched yet, in a sentence; null to fetch them.</value>
    [Parameter]
    public string? OptionsObstacle { get; set; }

    private string? Note => OptionsObstacle
        ?? (_list is { Options.Count: 0, Note: null } ? "The endpoint offers no choices." : _list?.Note);

    public void Dispose() => Abandon();

    /// <summary>So that a prerendered page already shows that options will be loaded.</summary>
    protected override void OnInitialized() => _isLoading = FetchOptions is not null && OptionsObstacle is null;

    protected override Task OnParametersSetAsync() => _isRendered ? RefreshAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // Not earlier: a prerendered page would fetch twice.
            _isRendered = true;
            await RefreshAsync();
            StateHasChanged();
        }
    }

    private Task RefreshAsync()
    {
        var asked = (Param.Raw, OptionsKey, OptionsObstacle);
        if (_asked == asked)
        {
            return Task.CompletedTask;
        }

        _asked = asked;
        return FetchAsync();
    }

    private async Task FetchAsync()
    {
        Abandon();
        _list = null;
        _problem = null;
        _isLoading = FetchOptions is not null && OptionsObstacle is null;
        if (!_isLoading)
        {
            return;
        }

        var fetching = _fetching = new CancellationTokenSource();
        ParamOptionList? list = null;
        string? problem = null;
        try
        {
            list = await FetchOptions!(Param, fetching.Token);
        }
        catch (FeedException exception)
        {
            problem = exception.Message;
        }
        catch (OperationCanceledException)
        {
            problem = "the endpoint took too long.";
        }

        if (ReferenceEquals(_fetching, fetching))
        {
            (_list, _problem, _isLoading) = (list, problem, false);
        }
    }

    private void Abandon()
    {
        _fetching?.Cancel();
        _fetching?.Dispose();
        _fetching = null;
    }
}
