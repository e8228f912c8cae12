using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.App.Studio.Definition;

/// <summary>The draft of the widget that is shown, where it came from, and what became of the last save.</summary>
public sealed class DraftDesk(CatalogWriter writer, TimeProvider timeProvider)
{
    private CatalogEntry? _entry;
    private GridSession? _observed;
    private long _observedTotal = -1;

    /// <summary>Raised on the thread of whoever edits.</summary>
    public event Action? Changed;

    public DefinitionDraft? Draft { get; private set; }

    public SaveOutcome? Outcome { get; private set; }

    /// <value>Why the draft cannot be saved; null when it can.</value>
    public string? SaveObstacle => _entry is null ? "Only the host's own widgets can be saved; copy or download this one." : writer.Obstacle;

    /// <summary>
    /// Takes a widget as it is now. An edited draft of the same widget stays: nothing of the author's is lost.
    /// </summary>
    /// <param name="widget">The widget; null for none.</param>
    /// <param name="isOwn">Whether it is one of the host's own.</param>
    public void Show(WidgetDefinition? widget, bool isOwn)
    {
        if (widget is null || (Draft is { IsChanged: true } && Draft.WidgetId == widget.Id))
        {
            Replace(widget is null ? null : Draft);
            return;
        }

        _entry = isOwn ? writer.Load(widget.Id) : null;
        var text = _entry?.Text ?? JsonTextEdit.Format(JsJson.Stringify(widget.Raw));
        if (Draft?.WidgetId != widget.Id || Draft.Text != text)
        {
            Outcome = Draft?.WidgetId == widget.Id ? Outcome : null;
            Replace(new DefinitionDraft(widget.Id, text, timeProvider));
        }
    }

    public void Save()
    {
        if (Draft is { } draft && _entry is { } entry)
        {
            Outcome = writer.Save(entry, draft.Text);
            if (Outcome.Entry is { } saved)
            {
                _entry = saved;
                draft.MarkSaved();
            }

            Changed?.Invoke();
        }
    }

    /// <summary>Lets rows and messages speak too; does nothing when there are no new ones.</summary>
    public void Observe(GridSession? session)
    {
        if (session is not null && !session.IsLoading && (!ReferenceEquals(session, _observed) || session.Recent.Total != _observedTotal))
        {
            _observed = session;
            _observedTotal = session.Recent.Total;
            Draft?.Observe(session.Payload, session.Recent.ToList());
        }
    }

    private void Replace(DefinitionDraft? draft)
    {
        if (ReferenceEquals(draft, Draft))
        {
            return;
        }

        Draft?.Changed -= OnDraftChanged;
        Draft = draft;
        Draft?.Changed += OnDraftChanged;
        _observed = null;
    }

    private void OnDraftChanged() => Changed?.Invoke();
}
