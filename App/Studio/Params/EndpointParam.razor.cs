using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Params;

public sealed partial class EndpointParam : ParamControl, IDisposable
{
    private CancellationTokenSource? _fetching;
    private IReadOnlyList<ParamOption>? _choices;
    private (JsValue Definition, string? Key)? _asked;
    private string? _problem;
    private bool _isLoading = true;
    private bool _isRendered;

    /// <value>
    /// Gets the choices; a <see cref="FeedException"/> says in plain words why there are none. Null when nobody can: then
    /// the value is typed.
    /// </value>
    [Parameter]
    public Func<ParamDefinition, CancellationToken, Task<IReadOnlyList<ParamOption>>>? FetchOptions { get; set; }

    /// <value>The choices are fetched anew when this changes: the values that <c>optionsParams</c> refers to, the backend.</value>
    [Parameter]
    public string? OptionsKey { get; set; }

    public void Dispose() => Abandon();

    protected override Task OnParametersSetAsync() => _isRendered ? RefreshAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // Not before: a page that is only rendered on the server first would fetch twice.
            _isRendered = true;
            await RefreshAsync();
            StateHasChanged();
        }
    }

    private Task RefreshAsync()
    {
        var asked = (Param.Raw, OptionsKey);
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
        _choices = null;
        _problem = null;
        _isLoading = FetchOptions is not null;
        if (FetchOptions is null)
        {
            return;
        }

        var fetching = _fetching = new CancellationTokenSource();
        IReadOnlyList<ParamOption>? choices = null;
        string? problem = null;
        try
        {
            choices = await FetchOptions(Param, fetching.Token);
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
            (_choices, _problem, _isLoading) = (choices, problem, false);
        }
    }

    private void Abandon()
    {
        _fetching?.Cancel();
        _fetching?.Dispose();
        _fetching = null;
    }
}
