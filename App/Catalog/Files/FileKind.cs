namespace LiveGridStudio.App.Catalog.Files;

/// <summary>What stands behind a name in a folder.</summary>
internal enum FileKind
{
    Unknown,
    Regular,
    Folder,
    Pipe,
    Socket,
    Device,
}
