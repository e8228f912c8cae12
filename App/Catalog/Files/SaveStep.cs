namespace LiveGridStudio.App.Catalog.Files;

/// <summary>The steps of a save after which the disk is in a state of its own: what a test stops at, or interferes with.</summary>
internal enum SaveStep
{
    TurnTaken,
    NewWritten,
    NewNamed,
    Exchanged,
    Checked,
    BackedUp,
}
