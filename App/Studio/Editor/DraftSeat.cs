using LiveGridStudio.App.Catalog;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>A draft with its place in the store and what became of it.</summary>
internal sealed class DraftSeat(DraftKey key, DefinitionDraft draft)
{
    /// <summary>Raised when the outcome of a save, or the entry that it belongs to, is another one.</summary>
    public event Action? Changed;

    public DraftKey Key => key;

    public DefinitionDraft Draft => draft;

    /// <value>How many previews show it.</value>
    public int Holders { get; set; }

    /// <value>What the catalog's file had; null for a widget that cannot be saved.</value>
    public CatalogEntry? Entry { get; set; }

    public SaveOutcome? Outcome { get; private set; }

    /// <value>Whether a save is on its way: the next one starts from what this one leaves.</value>
    public bool IsSaving { get; set; }

    /// <value>The note about an edit that an earlier page stored; null for none.</value>
    public string? Restored { get; set; }

    public string? RestoredText { get; set; }

    /// <value>The key in the tab's storage.</value>
    public string StoreKey => $"draft {key.Source} {key.WidgetId}";

    public void Settle(SaveOutcome? outcome)
    {
        Outcome = outcome;
        Changed?.Invoke();
    }
}
