using LiveGridStudio.App.Ui;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The three texts of a preview without a backend, as typed or dropped so far.</summary>
public sealed class PasteDraft
{
    private (string? Definition, string? Rows, string? Frames)? _before;

    public string? Definition { get; set; }

    public string? Rows { get; set; }

    public string? Frames { get; set; }

    /// <value>Whether <see cref="PutBack"/> can restore a text that a file has replaced.</value>
    public bool CanPutBack => _before is not null;

    /// <summary>Replaces texts by the contents of files. The previous texts can be restored.</summary>
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

        // The last replaced text can be restored until another one is replaced.
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

    /// <summary>Stores the texts for the next page of this tab.</summary>
    public void Keep(TabStorage? store)
    {
        store?.Set("paste definition", Definition);
        store?.Set("paste rows", Rows);
        store?.Set("paste frames", Frames);
    }

    /// <summary>Restores the texts of an earlier page, unless there are texts already.</summary>
    public void Restore(TabStorage store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (string.IsNullOrEmpty(Definition + Rows + Frames))
        {
            (Definition, Rows, Frames) = (store.Find("paste definition"), store.Find("paste rows"), store.Find("paste frames"));
        }
    }

    /// <summary>All texts joined, to compare drafts.</summary>
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
