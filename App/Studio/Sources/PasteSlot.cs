namespace LiveGridStudio.App.Studio.Sources;

/// <summary>One of the texts that make up a preview without a backend.</summary>
public enum PasteSlot
{
    Definition,
    Rows,
    Frames,
}
