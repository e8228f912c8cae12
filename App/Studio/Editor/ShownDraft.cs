using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The draft of the widget that one preview shows. Edited drafts wait in the store until their widget is shown again.</summary>
public sealed class ShownDraft(DraftStore store) : IDisposable
{
    private DraftSeat? _seat;
    private (GridSession Session, JsValue Payload, long Total, FeedTroubles Troubles, string? Cors)? _observed;

    /// <summary>Raised after the draft, or the outcome of a save, has changed; on the thread of whoever changes it.</summary>
    public event Action? Changed;

    public DefinitionDraft? Draft => _seat?.Draft;

    public SaveOutcome? Outcome => _seat?.Outcome;

    /// <value>What became of an edit that an earlier page stored; null for none. Valid until the next edit.</value>
    public string? Restored => _seat is { Restored: { } note } seat && seat.Draft.Text == seat.RestoredText ? note : null;

    /// <value>Why the draft cannot be saved; null when it can.</value>
    public string? SaveObstacle =>
        _seat?.Entry is null ? "Only the host's own widgets can be saved; copy or download this one." : store.Writer.Obstacle;

    /// <summary>Shows a widget as it is now. A draft of it that its author edited stays as it is, so that nothing is lost.</summary>
    /// <param name="source">Distinguishes widgets of the same id, also after a reload: an address, or a name that no address has.</param>
    /// <param name="check">The widget, and what there is to say about it; null for none.</param>
    /// <param name="isOwn">Whether it is one of the host's own.</param>
    public void Show(string source, WidgetCheck? check, bool isOwn)
    {
        if (check is null)
        {
            Take(null);
            return;
        }

        store.ForgetReplaced(source);
        var key = new DraftKey(source, check.Widget.Id);
        var known = store.Seat(key);
        if (known is { Draft.IsChanged: true })
        {
            Take(known);
            return;
        }

        var entry = isOwn ? store.Writer.Load(key.WidgetId) : null;
        var text = entry?.Text ?? JsonTextEdit.Format(JsonTextDocument.Parse(JsonText.Stringify(check.Widget.Raw)));
        if (known is not null && known.Draft.Text.Trim() == text.Trim())
        {
            known.Entry = entry;
            Take(known);
            return;
        }

        Take(new DraftSeat(key, new DefinitionDraft(key.WidgetId, text, store.Clock, check)) { Entry = entry });
        Restore();
    }

    /// <summary>Restores what an earlier page of this tab stored of the draft. Undo shows the definition as it is now.</summary>
    public void Restore()
    {
        if (_seat is { Draft: { IsChanged: false } draft } seat && store.FindKept(seat) is { } kept && kept.Text != draft.Text)
        {
            seat.Restored = kept.IsOf(draft.SavedText)
                ? "Your edit from before the reload is back; undo takes it away."
                : "Your edit from before the reload is back. The definition has changed since: undo shows it as it is now.";
            seat.RestoredText = kept.Text;
            draft.Edit(kept.Text);
        }
    }

    public async Task SaveAsync()
    {
        if (_seat is not { Entry: { } entry, IsSaving: false } seat)
        {
            return;
        }

        var text = seat.Draft.Text;
        SaveOutcome outcome;
        seat.IsSaving = true;
        try
        {
            outcome = await store.Writer.SaveAsync(entry, text);
        }
        finally
        {
            seat.IsSaving = false;
        }

        if (outcome.Entry is { } saved)
        {
            seat.Entry = saved;
            seat.Draft.MarkSaved(text);
        }

        seat.Settle(outcome);
    }

    /// <summary>
    /// Loads the definition from the file, to continue after a save was refused. One undo brings the edit back.
    /// </summary>
    public void TakeFile()
    {
        if (_seat is { Entry: not null } seat && store.Writer.Load(seat.Key.WidgetId) is { } entry)
        {
            seat.Entry = entry;
            seat.Draft.Rebase(entry.Text);
            seat.Settle(null);
        }
    }

    /// <summary>Hands new rows and messages to the draft, for the findings that need them. Cheap enough for every second.</summary>
    public async Task ObserveAsync(GridSession? session)
    {
        if (session is null || session.IsLoading || Draft is not { } draft || session.Model.Widget.Id != draft.WidgetId)
        {
            return;
        }

        var now = (session, session.Payload, session.Recent.Total, session.Troubles, session.Warning);
        if (_observed != now || draft.IsBehind)
        {
            _observed = now;
            await draft.ObserveAsync(
                session.Payload, session.Recent.ToList(), FeedFindings.Of(session.Model.Widget, session.Troubles, session.Warning));
        }
    }

    public void Dispose() => Take(null);

    private void Take(DraftSeat? seat)
    {
        if (ReferenceEquals(seat, _seat))
        {
            return;
        }

        var left = _seat;
        _seat = seat;
        _observed = null;
        if (seat is not null)
        {
            store.Hold(seat);
            seat.Draft.Changed += OnDraftChanged;
            seat.Changed += OnSeatChanged;
        }

        if (left is not null)
        {
            left.Draft.Changed -= OnDraftChanged;
            left.Changed -= OnSeatChanged;
            store.Release(left);
        }
    }

    private void OnDraftChanged()
    {
        if (_seat is { } seat)
        {
            store.Keep(seat);
        }

        Changed?.Invoke();
    }

    private void OnSeatChanged() => Changed?.Invoke();
}
