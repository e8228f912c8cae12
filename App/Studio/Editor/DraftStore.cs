using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The draft of the widget that is shown; edited drafts of others wait until their widget is shown again.</summary>
public sealed class DraftStore(CatalogWriter writer, TimeProvider timeProvider)
{
    private readonly Dictionary<(string Source, string WidgetId), Seat> _edited = [];
    private Seat? _seat;
    private (GridSession Session, JsValue Payload, long Total)? _observed;

    /// <summary>Raised on the thread of whoever edits.</summary>
    public event Action? Changed;

    /// <value>Where edits outlive a reload; null where they do not.</value>
    public TabStorage? Store { get; set; }

    public DefinitionDraft? Draft => _seat?.Draft;

    public SaveOutcome? Outcome => _seat?.Outcome;

    /// <value>What became of an edit that an earlier page has left; null for none. Stands until the next edit.</value>
    public string? Restored => _seat is { Restored: { } note } seat && seat.Draft.Text == seat.RestoredText ? note : null;

    /// <value>Why the draft cannot be saved; null when it can.</value>
    public string? SaveObstacle =>
        _seat?.Entry is null ? "Only the host's own widgets can be saved; copy or download this one." : writer.Obstacle;

    /// <summary>
    /// Takes a widget as it is now. A draft of it that was edited stays as the author left it: nothing of the author's is lost.
    /// </summary>
    /// <param name="source">Tells widgets of one id apart, over a reload too: an address, or a name that no address has.</param>
    /// <param name="check">The widget, and what there is to say about it; null for none.</param>
    /// <param name="isOwn">Whether it is one of the host's own.</param>
    public void Show(string source, WidgetCheck? check, bool isOwn)
    {
        if (check is null)
        {
            Take(null);
            return;
        }

        var widget = check.Widget;
        Forget(source);
        var key = (source, widget.Id);
        if (_seat is { } edited && edited.Key.Equals(key) && edited.Draft.IsChanged)
        {
            return;
        }

        if (_edited.TryGetValue(key, out var waiting))
        {
            Take(waiting);
            return;
        }

        var entry = isOwn ? writer.Load(widget.Id) : null;
        var text = entry?.Text ?? JsonTextEdit.Format(JsonTextDocument.Parse(JsonText.Stringify(widget.Raw)));
        if (_seat is { } same && same.Key.Equals(key) && same.Draft.Text.Trim() == text.Trim())
        {
            same.Entry = entry;
            return;
        }

        Take(new Seat(key, new DefinitionDraft(widget.Id, text, timeProvider, check)) { Entry = entry });
        Restore();
    }

    /// <summary>Puts back what an earlier page of this tab has left of the draft that is shown. Undo shows the definition as it is now.</summary>
    public void Restore()
    {
        if (_seat is { Draft: { IsChanged: false } draft } seat && KeptDraft.Read(Store?.Find(seat.StoreKey)) is { } kept && kept.Text != draft.Text)
        {
            seat.Restored = kept.IsOf(draft.SavedText)
                ? "Your edit from before the reload is back; undo takes it away."
                : "Your edit from before the reload is back. The definition has changed since: undo shows it as it is now.";
            seat.RestoredText = kept.Text;
            draft.Edit(kept.Text);
        }
    }

    /// <summary>The draft of a widget that is shown or was edited; null for all others.</summary>
    public DefinitionDraft? Find(string source, string widgetId)
    {
        var key = (source, widgetId);
        return _seat is { } seat && seat.Key.Equals(key) ? seat.Draft : _edited.GetValueOrDefault(key)?.Draft;
    }

    public async Task SaveAsync()
    {
        if (_seat is not { Entry: { } entry, IsSaving: false } seat)
        {
            return;
        }

        var text = seat.Draft.Text;
        seat.IsSaving = true;
        try
        {
            seat.Outcome = await writer.SaveAsync(entry, text);
        }
        finally
        {
            seat.IsSaving = false;
        }

        if (seat.Outcome.Entry is { } saved)
        {
            seat.Entry = saved;
            seat.Draft.MarkSaved(text);
        }

        Changed?.Invoke();
    }

    /// <summary>
    /// Takes the definition as the file has it now, to go on from after a save was refused. What was edited stays one undo away.
    /// </summary>
    public void TakeFile()
    {
        if (_seat is { Entry: not null } seat && writer.Load(seat.Key.WidgetId) is { } entry)
        {
            (seat.Entry, seat.Outcome) = (entry, null);
            seat.Draft.Rebase(entry.Text);
            Changed?.Invoke();
        }
    }

    /// <summary>Lets rows and messages speak too, when there are new ones. Cheap enough for every second.</summary>
    public async Task ObserveAsync(GridSession? session)
    {
        if (session is null || session.IsLoading || Draft is not { } draft || session.Model.Widget.Id != draft.WidgetId)
        {
            return;
        }

        var now = (session, session.Payload, session.Recent.Total);
        if (_observed != now || draft.IsBehind)
        {
            _observed = now;
            await draft.ObserveAsync(session.Payload, session.Recent.ToList());
        }
    }

    /// <summary>Drafts of a pasted text that another one has replaced can be reached no more.</summary>
    private void Forget(string source)
    {
        if (source.StartsWith(SampleText.DraftKeyStart, StringComparison.Ordinal))
        {
            foreach (var (key, seat) in _edited)
            {
                if (key.Source != source && key.Source.StartsWith(SampleText.DraftKeyStart, StringComparison.Ordinal))
                {
                    _edited.Remove(key);
                    Store?.Set(seat.StoreKey, null);
                }
            }
        }
    }

    private void Take(Seat? seat)
    {
        if (_seat is { } left)
        {
            left.Draft.Changed -= OnDraftChanged;
            if (left.Draft.IsChanged)
            {
                _edited[left.Key] = left;
            }
        }

        _seat = seat;
        _observed = null;
        if (seat is not null)
        {
            _edited.Remove(seat.Key);
            seat.Draft.Changed += OnDraftChanged;
        }
    }

    private void OnDraftChanged()
    {
        if (_seat is { } seat)
        {
            Store?.Set(seat.StoreKey, KeptDraft.Write(seat.Draft));
        }

        Changed?.Invoke();
    }

    private sealed class Seat((string Source, string WidgetId) key, DefinitionDraft draft)
    {
        public (string Source, string WidgetId) Key => key;

        public DefinitionDraft Draft => draft;

        /// <summary>What the catalog's file had; null for a widget that cannot be saved.</summary>
        public CatalogEntry? Entry { get; set; }

        public SaveOutcome? Outcome { get; set; }

        /// <summary>The next save starts from what this one leaves.</summary>
        public bool IsSaving { get; set; }

        public string? Restored { get; set; }

        public string? RestoredText { get; set; }

        /// <summary>A source that is no address is told apart by its name alone, which it has over a reload too.</summary>
        public string StoreKey => $"draft {key.Source} {key.WidgetId}";
    }
}
