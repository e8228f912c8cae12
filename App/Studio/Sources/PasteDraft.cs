using LiveGridStudio.App.Ui;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The three texts of a preview without a backend, as far as they are typed or dropped.</summary>
public sealed class PasteDraft
{
    private (string? Definition, string? Rows, string? Frames)? _before;

    public string? Definition { get; set; }

    public string? Rows { get; set; }

    public string? Frames { get; set; }

    /// <value>Whether a file has replaced a text that <see cref="PutBack"/> brings back.</value>
    public bool CanPutBack => _before is not null;

    /// <summary>Puts the texts of files in their places. What they replace can be put back.</summary>
    public void Take(IReadOnlyList<PastedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var before = (Definition, Rows, Frames);
        var replaces = false;
        foreach (var file in files)
        {
            replaces |= !string.IsNullOrWhiteSpace(this[file.Slot]) && this[file.Slot] != file.Text;
            this[file.Slot] = file.Text;
        }

        // What was replaced before stays within reach until something else is.
        _before = replaces ? before : _before;
    }

    /// <summary>Undoes the last <see cref="Take"/>.</summary>
    public void PutBack()
    {
        if (_before is { } before)
        {
            (Definition, Rows, Frames) = before;
            _before = null;
        }
    }

    /// <summary>Leaves the texts for the next page of this tab.</summary>
    public void Keep(TabStorage? store)
    {
        store?.Set("paste definition", Definition);
        store?.Set("paste rows", Rows);
        store?.Set("paste frames", Frames);
    }

    /// <summary>Takes what an earlier page has left, as long as there is nothing else.</summary>
    public void Restore(TabStorage store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (string.IsNullOrEmpty(Definition + Rows + Frames))
        {
            (Definition, Rows, Frames) = (store.Find("paste definition"), store.Find("paste rows"), store.Find("paste frames"));
        }
    }

    /// <summary>All of it, to tell one draft from another.</summary>
    public override string ToString() => string.Join('\0', Definition, Rows, Frames);

    private string? this[PasteSlot slot]
    {
        get => slot switch
        {
            PasteSlot.Definition => Definition,
            PasteSlot.Rows => Rows,
            _ => Frames,
        };
        set
        {
            switch (slot)
            {
                case PasteSlot.Definition:
                    Definition = value;
                    break;
                case PasteSlot.Rows:
                    Rows = value;
                    break;
                default:
                    Frames = value;
                    break;
            }
        }
    }
}
