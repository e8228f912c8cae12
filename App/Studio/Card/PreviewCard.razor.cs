using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Card;

public sealed partial class PreviewCard(PreviewFactory previews, TimeProvider timeProvider) : ComponentBase, IAsyncDisposable
{
    private readonly CardParams _params = new(timeProvider);
    private RefetchPlan _plan = new();
    private WidgetDefinition? _shown;
    private GridSession? _session;
    private MergePolicy _policy;
    private string? _obstacle;
    private object? _needs;
    private string _filter = "";
    private CellClick? _sent;

    /// <summary>Origins that lists of choices are at, and that may not be read yet. Another list each time.</summary>
    private IReadOnlyList<string> _optionsAskFor = [];
    private int _allowed;
    private int _turn;
    private bool _isRendered;
    private bool _disposed;

    /// <value>Where the widget comes from, and its rows.</value>
    [Parameter, EditorRequired]
    public required IWidgetSource Source { get; set; }

    /// <value>
    /// The widget. Another definition of it is shown over the same feed, unless it is one that the feed reads otherwise.
    /// </value>
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

    /// <value>The reader let this origin be read for the source.</value>
    [Parameter]
    public EventCallback<string> OnAllow { get; set; }

    /// <inheritdoc cref="ReadQuestion.Link"/>
    [Parameter]
    public string StudioLink { get; set; } = "/";

    /// <value>Without a frame around it, filling the page.</value>
    [Parameter]
    public bool IsBare { get; set; }

    /// <summary>What a message changes is a question only where there are any.</summary>
    private bool HasMessages => Widget.HasMessages;

    private bool HasHeld => _plan.IsRun && _params.HasUnsent;

    private string Title => Ellipsis.Shown(string.IsNullOrWhiteSpace(Widget.Name) ? Widget.Id : Widget.Name);

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

        var before = (Widget: _shown, Needs: _needs, Obstacle: _obstacle, _params.Sent);
        _shown = Widget;
        _optionsAskFor = [];
        _needs = Source.NeedsOf(Widget);
        _obstacle = Source.Obstacle(Widget);
        _plan = RefetchPlan.Of(Widget);
        // With a run button too the first rows come by themselves: what the button holds back, says the documentation, is a
        // parameter that changes.
        _params.Follow(Widget, StartValues);
        if (before.Widget is null || !_plan.IsRun || !_needs.Equals(before.Needs))
        {
            _params.Send();
        }

        if (!_isRendered)
        {
            return;
        }

        if (!_needs.Equals(before.Needs) || (_obstacle is null) != (before.Obstacle is null))
        {
            await ReopenAsync();
            return;
        }

        // A grid reads nothing else of a definition.
        if (before.Widget is not null && (before.Widget.Type != Widget.Type || before.Widget.Raw["data"] != Widget.Raw["data"]))
        {
            ShowAnew();
        }

        if (JsValue.FromObject(before.Sent) != JsValue.FromObject(_params.Sent) && _session is not null)
        {
            await _session.OpenAsync(_params.Sent);
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
        _params.Set(param, value);
        await ValuesChanged.InvokeAsync(_params.Chosen);
        if (!_plan.IsRun)
        {
            await SendAsync();
        }
    }

    private Task SendAsync() => _session?.OpenAsync(_params.Send()) ?? Task.CompletedTask;

    /// <summary>Changed parameters, which only a run button leaves unsent, open the feed with them; else the rows come anew.</summary>
    private Task PressAsync() => HasHeld ? SendAsync() : RefetchAsync();

    private Task RefetchAsync() => _session?.RefreshAsync(_params.Sent) ?? Task.CompletedTask;

    private async Task<ParamOptionList> FetchOptionsAsync(ParamDefinition param, CancellationToken cancellationToken)
    {
        try
        {
            return await Source.GetOptionsAsync(param, _params.OptionsOf(param).Values, cancellationToken);
        }
        catch (FeedException exception) when (exception.AsksFor is { } origin)
        {
            _optionsAskFor = [.. _optionsAskFor.Append(origin).Distinct()];
            StateHasChanged();
            throw;
        }
    }

    /// <summary>Lists that could not be read are fetched anew once their origin is allowed.</summary>
    private string? KeyOf(OptionsQuery? options) => options is null ? null : $"{options.Key} {_allowed}";

    /// <summary>Reads on with what waited for the reader's consent.</summary>
    private async Task AllowAsync(string origin)
    {
        Source.Gate?.Allow(origin);
        if (_optionsAskFor.Contains(origin))
        {
            _optionsAskFor = [.. _optionsAskFor.Where(other => other != origin)];
            _allowed++;
        }

        await OnAllow.InvokeAsync(origin);
        if (_session is { AsksFor: not null } session)
        {
            await session.OpenAsync(_params.Sent);
        }
    }

    private void SetFilter(string? filter) => _filter = filter ?? "";

    /// <summary>A groupBy sets the parameter of this card; all else is shown, because there is no agent here to send it to.</summary>
    private async Task ClickAsync(CellClick click)
    {
        if (_params.Find(click.ParamName) is not { } param)
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
        ShowAnew();
    }

    /// <summary>Another grid over the same feed. Without a session there is nothing to do: one that is to come takes the widget as it is.</summary>
    private void ShowAnew() => _session?.Replace(previews.CreateModel(Widget, _policy));

    private async Task ReopenAsync()
    {
        // Closing takes its time with another backend; of several openings the last one counts.
        var turn = ++_turn;
        await CloseAsync();
        if (turn != _turn || _disposed)
        {
            return;
        }

        if (_obstacle is not null)
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
        await session.OpenAsync(_params.Sent);
    }

    private async Task CloseAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await previews.CloseAsync(session);
        }
    }
}
