using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

public sealed partial class PreviewCard(PreviewFactory previews, TimeProvider timeProvider) : ComponentBase, IAsyncDisposable
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Parameters that the reader has set; those do not follow the definition any more.</summary>
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private WidgetDefinition? _shown;
    private GridSession? _session;
    private MergePolicy _policy;
    private string? _obstacle;
    private string _filter = "";
    private CellClick? _sent;
    private bool _isRendered;
    private bool _disposed;

    /// <value>Where the widget comes from, and its rows.</value>
    [Parameter, EditorRequired]
    public required IWidgetSource Source { get; set; }

    /// <value>The widget. Another definition opens another preview.</value>
    [Parameter, EditorRequired]
    public required WidgetDefinition Widget { get; set; }

    /// <value>Values to start with, by parameter name; those not named start with the definition's.</value>
    [Parameter]
    public IReadOnlyDictionary<string, string>? StartValues { get; set; }

    /// <value>Which fields of a message reach a row, to start with.</value>
    [Parameter]
    public MergePolicy StartPolicy { get; set; } = MergePolicy.Documented;

    /// <value>The reader chose values: all those chosen so far.</value>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> ValuesChanged { get; set; }

    /// <value>The reader chose a policy.</value>
    [Parameter]
    public EventCallback<MergePolicy> PolicyChanged { get; set; }

    /// <value>Another session was opened, or none is any more.</value>
    [Parameter]
    public EventCallback<GridSession?> SessionChanged { get; set; }

    /// <value>Without a frame around it, filling the page.</value>
    [Parameter]
    public bool IsBare { get; set; }

    private string Title => string.IsNullOrWhiteSpace(Widget.Name) ? Widget.Id : Widget.Name;

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await CloseAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && _shown.Raw == Widget.Raw && _shown.Id == Widget.Id)
        {
            return;
        }

        if (_shown is null)
        {
            _policy = StartPolicy;
        }

        _shown = Widget;
        _obstacle = Source.Obstacle(Widget);
        foreach (var param in Params.Where(param => !_chosen.Contains(param.ParamName!)))
        {
            _values[param.ParamName!] = StartValues?.GetValueOrDefault(param.ParamName!) ?? ParamText.Of(param.Value);
        }

        if (_isRendered)
        {
            await ReopenAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // Not before: a page that is only rendered on the server first would subscribe twice.
            _isRendered = true;
            await ReopenAsync();
        }
    }

    private async Task SetAsync(ParamDefinition param, string value)
    {
        _values[param.ParamName!] = value;
        _chosen.Add(param.ParamName!);
        await ValuesChanged.InvokeAsync(_chosen.ToDictionary(static name => name, name => _values.GetValueOrDefault(name, "")));
        if (_session is not null)
        {
            await _session.OpenAsync(Parameters());
        }
    }

    private void SetFilter(string? filter) => _filter = filter ?? "";

    /// <summary>A groupBy sets the parameter of this card; all else is shown, because there is no agent here to send it to.</summary>
    private async Task ClickAsync(CellClick click)
    {
        var param = Params.FirstOrDefault(param => param.ParamName == click.ParamName);
        if (param is null)
        {
            _sent = click;
            return;
        }

        _sent = null;
        await SetAsync(param, ParamText.Of(click.Value));
    }

    private async Task SetPolicyAsync(MergePolicy policy)
    {
        _policy = policy;
        await PolicyChanged.InvokeAsync(policy);
        await ReopenAsync();
    }

    private async Task ReopenAsync()
    {
        await CloseAsync();
        if (_obstacle is not null || _disposed)
        {
            await SessionChanged.InvokeAsync(null);
            StateHasChanged();
            return;
        }

        var session = previews.CreateSession(Source, Widget, _policy, InvokeAsync);
        session.Faulted += exception => _ = DispatchExceptionAsync(exception);
        _session = session;
        await SessionChanged.InvokeAsync(session);
        StateHasChanged();
        await session.OpenAsync(Parameters());
    }

    private async Task CloseAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await previews.CloseAsync(session);
        }
    }

    /// <summary>Empty ones are left out, as Workspace does.</summary>
    private JsObject Parameters() => JsObject.Create(
        Params
            .Where(param => _values.GetValueOrDefault(param.ParamName!) is { Length: > 0 })
            .Select(param => KeyValuePair.Create(
                param.ParamName!, JsValue.FromText(ParamText.ToWire(param, _values[param.ParamName!], timeProvider)))));

    /// <summary>Parameters with a control: those that can be sent, and forms, which need no name.</summary>
    private IEnumerable<ParamDefinition> ShownParams => Widget.Params
        .Where(ParamField.IsShown)
        .DistinctBy(static param => param.ParamName ?? "");

    /// <summary>Parameters that can be sent; of several with one name the first counts.</summary>
    private IEnumerable<ParamDefinition> Params => Widget.Params
        .Where(static param => !string.IsNullOrEmpty(param.ParamName))
        .DistinctBy(static param => param.ParamName);
}
