using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>
/// The drafts of one page: those that are shown, and those that were edited and wait until their widget is shown again. Two previews of
/// one widget share its draft.
/// </summary>
public sealed class DraftStore(CatalogWriter writer, TimeProvider timeProvider)
{
    private readonly Dictionary<DraftKey, DraftSeat> _seats = [];

    /// <value>Where edits are stored for a reload; null where they are not.</value>
    public TabStorage? Storage { get; set; }

    internal CatalogWriter Writer => writer;

    internal TimeProvider Clock => timeProvider;

    /// <summary>The draft of a widget that is shown or was edited; null for all others.</summary>
    public DefinitionDraft? Find(string source, string widgetId) => Seat(new DraftKey(source, widgetId))?.Draft;

    internal DraftSeat? Seat(DraftKey key) => _seats.GetValueOrDefault(key);

    /// <summary>Called when another preview shows this draft.</summary>
    internal void Hold(DraftSeat seat)
    {
        _seats[seat.Key] = seat;
        seat.Holders++;
    }

    /// <summary>Called when a preview no longer shows this draft. The draft is dropped, unless another preview shows it or it was edited.</summary>
    internal void Release(DraftSeat seat)
    {
        seat.Holders--;
        if (seat is { Holders: 0, Draft.IsChanged: false } && ReferenceEquals(Seat(seat.Key), seat))
        {
            _seats.Remove(seat.Key);
        }
    }

    /// <summary>Keeps the text of a draft for a reload.</summary>
    internal void Keep(DraftSeat seat) => Storage?.Set(seat.StoreKey, KeptDraft.Write(seat.Draft));

    internal KeptDraft? FindKept(DraftSeat seat) => KeptDraft.Read(Storage?.Find(seat.StoreKey));

    /// <summary>Drops the drafts of a pasted text that another text has replaced, because nothing leads to them.</summary>
    internal void ForgetReplaced(string source)
    {
        if (source.StartsWith(SampleText.DraftKeyStart, StringComparison.Ordinal))
        {
            foreach (var (key, seat) in _seats.Where(entry => entry.Value.Holders == 0).ToList())
            {
                if (key.Source != source && key.Source.StartsWith(SampleText.DraftKeyStart, StringComparison.Ordinal))
                {
                    _seats.Remove(key);
                    Storage?.Set(seat.StoreKey, null);
                }
            }
        }
    }
}

/// <param name="Source">Distinguishes widgets of the same id, also after a reload: an address, or a name that no address has.</param>
/// <param name="WidgetId">The key in <c>widgets.json</c>.</param>
internal readonly record struct DraftKey(string Source, string WidgetId);
