using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.List;
using LiveGridStudio.App.Studio.Problems;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio;

/// <summary>The studio: the widgets of a source, one of them as a card with its messages. The address holds what is chosen, and what it says is shown.</summary>
public sealed partial class StudioPage(
    SourceSelector sources,
    CatalogWriter writer,
    NavigationManager navigation,
    IJSRuntime js,
    TimeProvider timeProvider)
    : ComponentBase, IAsyncDisposable
{
    /// <summary>How often rows and messages are looked at for findings.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>In rows of the dashboard; so many leave room for the problems below, on a window of 900 pixels.</summary>
    private const int MostRowsAbove = 18;

    private FrameLog _log = new(timeProvider);
    private (IWidgetSource Source, string? WidgetId)? _logged;
    private readonly DraftStore _desk = new(writer, timeProvider);
    private readonly BrowserBackends _browser = new(js);
    private InspectorPane? _inspector;
    private ITimer? _looking;
    private bool _isClosed;
    private IReadOnlyList<WidgetEntry> _entries = [];
    private (IWidgetSource Source, IReadOnlyList<WidgetDefinition> Widgets)? _listed;
    private IReadOnlyList<string> _recent = [];
    private WidgetEntry? _selected;
    private GridSession? _session;
    private FeedCoverage _seen = FeedCoverage.Nothing;
    private bool _isPasting;

    /// <summary>Nothing is listed only until the backend of the address has been asked.</summary>
    private bool IsConnecting => sources.IsConnecting || (_listed is null && !IsAsking);

    /// <summary>Whether the stage belongs to the question whether another backend may be read.</summary>
    private bool IsAsking => sources.Question is { } question && !question.IsOf(sources.Current);

    private string EmptyHint => sources.Current.Backend is null
        ? "Add one to widgets.json; it appears here as soon as the file is saved."
        : "Its widgets.json is empty. Add one there, and read the backend again.";

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        sources.Host.Changed -= OnHostChanged;
        sources.Changed -= OnSourcesChanged;
        _desk.Changed -= StateHasChanged;
        StopFollowing();
        _looking?.Dispose();
        _desk.Store?.Dispose();
        await sources.DisposeAsync();
        await _browser.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        StartFollowing();
        sources.Host.Changed += OnHostChanged;
        sources.Changed += OnSourcesChanged;
        _desk.Changed += StateHasChanged;
        // The other backend is asked once the page is alive; until then there is nothing of it to show.
        if (_address.Backend is null)
        {
            Refresh();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Learn(await _browser.ReadAsync());
            await RememberAsync();
            if (_isClosed)
            {
                // Closed before its browser had answered: nothing may start that would hold the page.
                _desk.Store?.Dispose();
                return;
            }

            _looking = timeProvider.CreateTimer(_ => _ = InvokeAsync(LookAsync), null, LookInterval, LookInterval);
            if (_address.Backend is { } backend)
            {
                await ConnectAsync(new ConnectRequest(backend, []));
            }

            StateHasChanged();
        }
    }

    /// <summary>What an earlier page of this tab has left: edits, and a pasted text.</summary>
    private async Task RememberAsync()
    {
        var store = new TabStorage(js, timeProvider, InvokeAsync);
        await store.LoadAsync();
        _desk.Store = store;
        sources.Paste.Restore(store);
        _desk.Restore();
    }

    private void Learn(KnownBackends known)
    {
        sources.Learn(known);
        _recent = known.Addresses;
    }

    /// <summary>False when the backend cannot be read, something else was chosen meanwhile, or the reader has to be asked.</summary>
    private Task<bool> ConnectAsync(ConnectRequest request) => ShowAsync(sources.ConnectAsync(request));

    /// <summary>The reader lets the backend be read that the page has asked for.</summary>
    private async Task AllowAsync()
    {
        if (!await ShowAsync(sources.AllowAsync()) && sources.Problem is not null && _listed is not null)
        {
            Keep(_address);
        }
    }

    private async Task<bool> ShowAsync(Task<bool> reading)
    {
        if (await reading)
        {
            var backend = sources.Current.Backend!;
            var known = new[] { _wanted, _address }.FirstOrDefault(address => address?.IsOf(backend) == true);
            Show((known ?? new StudioAddress { Theme = _address.Theme }) with { Backend = backend });
            StateHasChanged();
            Learn(await _browser.KeepAsync(backend, sources.Current.Gate?.Allowed ?? []));
            return true;
        }

        if (_listed is null && !sources.IsConnecting && sources.Question is null)
        {
            FallBack();
        }

        return false;
    }

    private async Task ReadAgainAsync()
    {
        if (await sources.RefreshAsync())
        {
            Show(_address);
        }
    }

    private async Task ForgetAsync(string backend) =>
        Learn(await _browser.ForgetAsync(backend));

    /// <summary>The browser keeps what the reader has allowed, unless it was told to forget the backend meanwhile.</summary>
    private async Task KeepOriginsAsync()
    {
        if (sources.Current is { Backend: { } backend, Gate: { } gate } && _recent.Contains(backend))
        {
            Learn(await _browser.KeepAsync(backend, gate.Allowed));
        }
    }

    private void UseHost()
    {
        sources.UseHost();
        _visit++;
        Show(new StudioAddress { Theme = _address.Theme });
    }

    private void PreviewText(SampleText sample)
    {
        sources.Paste.Keep(_desk.Store);
        sources.UseSample(sample);
        Show(new StudioAddress { Theme = _address.Theme });
    }

    private void LeavePaste()
    {
        sources.Paste.Keep(_desk.Store);
        _isPasting = false;
    }

    private void Show(StudioAddress address)
    {
        (_isPasting, _backend, _wanted) = (false, address.Backend, null);
        Keep(address);
        Refresh();
    }

    private void Refresh()
    {
        var source = sources.Current;
        // What there is to say about each widget is looked up once for a document, not for each choice.
        if (_listed != (source, source.Widgets))
        {
            _listed = (source, source.Widgets);
            _entries = [.. source.Widgets.Select(widget => WidgetEntry.Of(source.CheckOf(widget), source.Obstacle(widget) is null))];
        }

        _selected = _address.Widget is { } id ? _entries.FirstOrDefault(entry => entry.Widget.Id == id)
            : _entries is [var first, ..] ? first : null;
        if (_logged != (source, _selected?.Widget.Id))
        {
            // Messages belong to the widget whose feed they came from.
            _log = _logged is null ? _log : new FrameLog(timeProvider);
            _logged = (source, _selected?.Widget.Id);
        }

        // A backend that is connected to anew is the same one, and so is a pasted definition with other rows.
        _desk.Show(source.DraftKey, _selected?.Check, ReferenceEquals(source, sources.Host));
    }

    private void Select(string widgetId)
    {
        _isPasting = false;
        LeaveQuestion();
        // Values belong to the widget that they were chosen for.
        Keep(widgetId == _selected?.Widget.Id
            ? _address with { Widget = widgetId }
            : _address with { Widget = widgetId, Values = new Dictionary<string, string>() });
        Refresh();
    }

    /// <summary>Something of the source that is listed was chosen: the question whether to read another one is gone.</summary>
    private void LeaveQuestion()
    {
        if (IsAsking)
        {
            sources.DropQuestion();
        }
    }

    private DefinitionDraft? FindDraft(string widgetId) => _listed is { } listed ? _desk.Find(listed.Source.DraftKey, widgetId) : null;

    private void Jump(Finding finding) => _inspector?.Reveal(finding);

    private void WriteSize(CardSize size)
    {
        _desk.Draft?.Edit(size.WriteTo);
    }

    private void Follow(GridSession? session)
    {
        _session = session;
        _seen = See();
    }

    /// <summary>Lets rows and messages speak in the list of problems; cheap enough for every second.</summary>
    private async Task LookAsync()
    {
        try
        {
            await _desk.ObserveAsync(_session);
            if (See() is var seen && seen != _seen && _session is not { IsWatched: false })
            {
                _seen = seen;
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private FeedCoverage See() => _session is not { } session ? FeedCoverage.Nothing : FeedCoverage.Of(
        session.State, session.IsLoading, session.Model.Rows.Count, session.Model.Widget.HasMessages, _log.Totals,
        session.Model.OmittedRows);

    private void KeepValues(IReadOnlyDictionary<string, string> values) =>
        Keep(_address with { Values = new Dictionary<string, string>([.. _address.Values.ExceptBy(values.Keys, static pair => pair.Key), .. values]) });

    private void KeepPolicy(MergePolicy policy) => Keep(_address with { Policy = policy });

    /// <summary>A source that is not listed yet comes with an address; until then no widget of the one before is shown with it.</summary>
    private void OnSourcesChanged()
    {
        if (_listed is not { } listed || ReferenceEquals(listed.Source, sources.Current))
        {
            StateHasChanged();
        }
    }

    private void OnHostChanged() => _ = InvokeAsync(() =>
    {
        // While the backend of the address is being read, the host's widgets are not looked for there.
        if (_listed is not null && ReferenceEquals(sources.Current, sources.Host))
        {
            Refresh();
            StateHasChanged();
        }
    });
}
