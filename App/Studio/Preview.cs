using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Problems;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio;

/// <summary>
/// One widget that is shown: its definition and draft, its parameters, its session and log, what was checked, and its part
/// of the address. A page may have several. Plain C#, for one circuit: all members are used on its thread.
/// </summary>
public sealed partial class Preview : IAsyncDisposable
{
    private readonly PreviewFactory _factory;
    private readonly StudioAddress _start;
    private object _needs;

    /// <param name="source">The source of the widget and of its rows.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="start">The values of parameters and the merge policy to start with.</param>
    /// <param name="factory">Makes sessions and models.</param>
    /// <param name="timeProvider">The clock of date parameters.</param>
    internal Preview(IWidgetSource source, WidgetDefinition widget, StudioAddress start, PreviewFactory factory, TimeProvider timeProvider)
    {
        (Source, _start, _factory, Policy) = (source, start, factory, start.Policy);
        Params = new PreviewParams(timeProvider);
        Widget = widget;
        _needs = source.NeedsOf(widget);
        Follow(widget);
        Params.Send();
    }

    /// <summary>Raised when the card must render.</summary>
    public event Action? Changed;

    /// <summary>Raised when the user chose values or a policy, which the address must show.</summary>
    public event Action? Chosen;

    /// <summary>Raised when another session was opened, or the session was closed.</summary>
    public event Action? SessionChanged;

    public IWidgetSource Source { get; }

    /// <value>The definition that is shown: the draft's last one that Workspace accepts, where there is a draft.</value>
    public WidgetDefinition Widget { get; private set; }

    /// <value>The draft of the definition; null on a page without an editor.</value>
    public ShownDraft? Draft { get; init; }

    /// <value>What the messages did. Filled while a panel shows it.</value>
    public required FrameLog Log { get; init; }

    internal PreviewParams Params { get; }

    /// <value>When the rows reload.</value>
    public RefetchPlan Plan { get; private set; } = new();

    /// <value>Which fields of a message reach a row.</value>
    public MergePolicy Policy { get; private set; }

    /// <value>Why the widget cannot be previewed; null when it can.</value>
    public string? Obstacle { get; private set; }

    /// <value>A click on a cell that sets no parameter, to be shown; null for none.</value>
    public CellClick? Sent { get; private set; }

    /// <value>Whether changed parameters wait for the run button.</value>
    public bool HasHeld => Plan.IsRun && Params.HasUnsent;

    /// <value>What the card does not show as Workspace does, in words; null for nothing.</value>
    public string? Partial => Obstacle is null ? PartialPreview.Of(Widget) : null;

    /// <value>Which rows and messages were checked.</value>
    public FeedCoverage Coverage { get; private set; } = FeedCoverage.Nothing;

    /// <summary>The address with this preview's part: values that it started with, those that were chosen since, and the policy.</summary>
    public StudioAddress WriteTo(StudioAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var chosen = Params.Chosen;
        return address with
        {
            Policy = Policy,
            Values = new Dictionary<string, string>([.. _start.Values.ExceptBy(chosen.Keys, static pair => pair.Key), .. chosen]),
        };
    }

    /// <summary>As <see cref="ShowAsync"/>. Reports faults like those of the session.</summary>
    public void Show(WidgetDefinition widget) => _ = ShowSafelyAsync(widget);

    /// <summary>
    /// Shows another definition of the widget over the same feed, or over another feed where the definition reads another. The session
    /// stays where it can. The values that the user chose always stay.
    /// </summary>
    public async Task ShowAsync(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        if (widget.Id == Widget.Id && widget.Raw == Widget.Raw)
        {
            return;
        }

        var before = (Widget, Needs: _needs, Obstacle, Params.Sent);
        Widget = widget;
        _needs = Source.NeedsOf(widget);
        Follow(widget);
        // The run button holds back parameters that change; the first rows come without it.
        if (!Plan.IsRun || !_needs.Equals(before.Needs))
        {
            Params.Send();
        }

        Changed?.Invoke();
        if (!IsStarted)
        {
            return;
        }

        if (!_needs.Equals(before.Needs) || (Obstacle is null) != (before.Obstacle is null))
        {
            await ReopenAsync();
            return;
        }

        // A grid reads nothing else of a definition.
        if (before.Widget.Type != widget.Type || before.Widget.Raw["data"] != widget.Raw["data"])
        {
            ShowAnew();
        }

        if (JsValue.FromObject(before.Sent) != JsValue.FromObject(Params.Sent) && Session is not null)
        {
            await Session.OpenAsync(Params.Sent);
        }
    }

    /// <summary>Sets a value that the user chose. It is sent at once, unless the widget has a run button.</summary>
    public async Task SetAsync(ParamDefinition param, string value)
    {
        Params.Set(param, value);
        Chosen?.Invoke();
        Changed?.Invoke();
        if (!Plan.IsRun)
        {
            await SendAsync();
        }
    }

    public void SetPolicy(MergePolicy policy)
    {
        Policy = policy;
        Chosen?.Invoke();
        ShowAnew();
        Changed?.Invoke();
    }

    /// <summary>A groupBy sets a parameter of this preview. All else is shown, because there is no agent here to send it to.</summary>
    public async Task ClickAsync(CellClick click)
    {
        ArgumentNullException.ThrowIfNull(click);
        if (Params.Find(click.ParamName) is not { } param)
        {
            Sent = click;
            Changed?.Invoke();
            return;
        }

        Sent = null;
        await SetAsync(param, ParamText.Of(click.Value));
    }

    public void CloseClick()
    {
        Sent = null;
        Changed?.Invoke();
    }

    /// <summary>Looks for findings in the rows and messages. Cheap enough for every second.</summary>
    /// <returns>Whether <see cref="Coverage"/> changed.</returns>
    public async Task<bool> LookAsync()
    {
        if (Draft is { } draft)
        {
            await draft.ObserveAsync(Session);
        }

        return Session is not { IsWatched: false } && Cover();
    }

    public async ValueTask DisposeAsync()
    {
        Draft?.Dispose();
        await StopAsync();
    }

    private async Task ShowSafelyAsync(WidgetDefinition widget)
    {
        try
        {
            await ShowAsync(widget);
        }
        catch (Exception exception)
        {
            _fault(exception);
        }
    }

    private void Follow(WidgetDefinition widget)
    {
        OptionsAskFor = [];
        Obstacle = Source.Obstacle(widget);
        Plan = RefetchPlan.Of(widget);
        Params.Follow(widget, new Dictionary<string, string>([.. Source.OpeningOf(widget).ExceptBy(_start.Values.Keys, static pair => pair.Key), .. _start.Values]));
    }

    private bool Cover()
    {
        var before = Coverage;
        Coverage = Session is not { } session ? FeedCoverage.Nothing : FeedCoverage.Of(
            session.State, session.IsLoading, session.Model.Rows.Count, session.Model.Widget.HasMessages, Log.Totals, session.Model.OmittedRows) with
        {
            Also = Partial is { } partial ? $"the card does not show everything as Workspace does ({partial})"
                : Draft?.Draft is { IsPreviewed: false } ? "the card shows an earlier definition"
                : Draft?.Draft is { IsBehind: true } ? "many rows are still being checked"
                : null,
        };
        return Coverage != before;
    }
}
