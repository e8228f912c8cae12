using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.List;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.App.Studio;

/// <summary>
/// What one page of the studio shows: the widgets of a source, the one that is chosen as a <see cref="Preview"/>, and the address that says
/// so. Plain C#, for one circuit: all members are used on its thread. The page draws it and brings it what the browser says.
/// </summary>
public sealed partial class StudioState : IAsyncDisposable
{
    private readonly PreviewFactory _previews;
    private readonly TimeProvider _timeProvider;
    private (IWidgetSource Source, IReadOnlyList<WidgetDefinition> Widgets)? _listed;
    private (IWidgetSource Source, string WidgetId, int Visit) _shown;

    /// <summary>The source and widget that the log belongs to; messages of another widget need another log.</summary>
    private (IWidgetSource Source, string? WidgetId)? _logged;
    private FrameLog _log;

    /// <summary>A new number makes a new preview with the values of the address.</summary>
    private int _visit;

    /// <param name="sources">Where widgets come from; the state disposes it.</param>
    /// <param name="writer">Saves the host's own widgets.</param>
    /// <param name="previews">Makes previews.</param>
    /// <param name="timeProvider">The clock of drafts, logs and previews.</param>
    public StudioState(SourceSelector sources, CatalogWriter writer, PreviewFactory previews, TimeProvider timeProvider)
    {
        (Sources, _previews, _timeProvider) = (sources, previews, timeProvider);
        Drafts = new DraftStore(writer, timeProvider);
        _log = new FrameLog(timeProvider);
        Sources.Changed += OnSourcesChanged;
    }

    /// <summary>Raised when the page must render.</summary>
    public event Action? Changed;

    public SourceSelector Sources { get; }

    public DraftStore Drafts { get; }

    /// <value>The backends that the browser knows, for the field's suggestions.</value>
    public IReadOnlyList<string> Recent { get; private set; } = [];

    /// <value>The widgets of the source that is listed; empty until the backend of the address has been asked.</value>
    public IReadOnlyList<WidgetEntry> Entries { get; private set; } = [];

    /// <value>The chosen widget; null when the source does not have it.</value>
    public WidgetEntry? Selected { get; private set; }

    /// <value>The chosen widget as it is shown; null when there is none.</value>
    public Preview? Preview { get; private set; }

    public bool IsPasting { get; private set; }

    public bool IsListed => _listed is not null;

    /// <value>Whether a backend is being read. Nothing is listed only until the backend of the address has been asked.</value>
    public bool IsConnecting => Sources.IsConnecting || (!IsListed && !IsAsking);

    /// <value>Whether the stage belongs to the question whether another backend may be read.</value>
    public bool IsAsking => Sources.Question is { } question && !question.IsOf(Sources.Current);

    /// <summary>The draft of a widget of the source that is listed; null when it is neither shown nor edited.</summary>
    public DefinitionDraft? FindDraft(string widgetId) =>
        _listed is { } listed ? Drafts.Find(listed.Source.DraftKey, widgetId) : null;

    /// <summary>
    /// A preview of a widget of the source that is shown, beside others or not, with a draft that previews of the same widget share. The
    /// caller disposes it.
    /// </summary>
    public Preview CreatePreview(WidgetEntry entry, StudioAddress start, FrameLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var draft = new ShownDraft(Drafts);
        ShowDraft(draft, entry);
        return _previews.Create(Sources.Current, draft.Draft?.Widget ?? entry.Widget, start, draft, log);
    }

    /// <summary>Restores what an earlier page of this tab stored: edits and a pasted text.</summary>
    public void Remember(TabStorage storage)
    {
        Drafts.Storage = storage;
        Sources.Paste.Restore(storage);
        Preview?.Draft?.Restore();
    }

    public void Select(string widgetId)
    {
        IsPasting = false;
        LeaveQuestion();
        // Values belong to the widget that they were chosen for.
        Keep(widgetId == Selected?.Widget.Id
            ? Address with { Widget = widgetId }
            : Address with { Widget = widgetId, Values = new Dictionary<string, string>() });
        Refresh();
    }

    /// <summary>Looks for findings in rows and messages. Cheap enough for every second.</summary>
    public async Task LookAsync()
    {
        if (Preview is { } preview && await preview.LookAsync())
        {
            Changed?.Invoke();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Sources.Changed -= OnSourcesChanged;
        var preview = Preview;
        Close();
        if (preview is not null)
        {
            await preview.DisposeAsync();
        }

        Drafts.Storage?.Dispose();
        await Sources.DisposeAsync();
    }

    private void Show(StudioAddress address)
    {
        (IsPasting, Backend, _wanted) = (false, address.Backend, null);
        Keep(address);
        Refresh();
    }

    private void Refresh()
    {
        var source = Sources.Current;
        // The entries are made once for each document, not for each choice.
        if (_listed != (source, source.Widgets))
        {
            _listed = (source, source.Widgets);
            if (_rulesOf != source.DraftKey)
            {
                _chosen = RuleSwitches.None;
            }

            Entries = [.. source.Widgets.Select(widget => WidgetEntry.Of(source.CheckOf(widget), source.Obstacle(widget) is null, Off))];
        }

        Selected = Address.Widget is { } id ? Entries.FirstOrDefault(entry => entry.Widget.Id == id)
            : Entries is [var first, ..] ? first : null;
        if (Selected is not { } entry)
        {
            Close();
        }
        else if (Preview is { Draft: { } draft } && _shown == (source, entry.Widget.Id, _visit))
        {
            ShowDraft(draft, entry);
            ShowDefinition();
        }
        else
        {
            Open(source, entry);
        }
    }

    private void Open(IWidgetSource source, WidgetEntry entry)
    {
        Close();
        if (_logged != (source, entry.Widget.Id))
        {
            _log = _logged is null ? _log : new FrameLog(_timeProvider);
            _logged = (source, entry.Widget.Id);
        }

        _shown = (source, entry.Widget.Id, _visit);
        var preview = Preview = CreatePreview(entry, Address, _log);
        preview.Chosen += OnChosen;
        preview.SessionChanged += OnSessionChanged;
        preview.Draft!.Changed += OnDraftChanged;
    }

    /// <summary>Releases the preview. Its card closes the session when it leaves the page.</summary>
    private void Close()
    {
        if (Preview is { Draft: { } draft } preview)
        {
            Preview = null;
            preview.Chosen -= OnChosen;
            preview.SessionChanged -= OnSessionChanged;
            draft.Changed -= OnDraftChanged;
            draft.Dispose();
        }
    }

    private void ShowDraft(ShownDraft draft, WidgetEntry entry)
    {
        // A backend that is read again keeps its drafts, and so does a pasted definition with other rows.
        var source = Sources.Current;
        draft.Show(source.DraftKey, entry.Check, ReferenceEquals(source, Sources.Host));
        draft.Draft?.Switch(Off);
    }

    private void ShowDefinition()
    {
        if (Preview is { Draft: { } draft } preview && (draft.Draft?.Widget ?? Selected?.Widget) is { } widget)
        {
            preview.Show(widget);
        }
    }

    private void OnDraftChanged()
    {
        ShowDefinition();
        Changed?.Invoke();
    }

    private void OnSessionChanged() => Changed?.Invoke();

    private void OnChosen()
    {
        if (Preview is { } preview)
        {
            Keep(preview.WriteTo(Address));
            Changed?.Invoke();
        }
    }
}
