namespace LiveGridStudio.App.Catalog;

/// <summary>What is wrong with a file of the catalog.</summary>
public enum CatalogFault
{
    None,

    /// <summary>It is not there, no regular file, too large, not JSON, or OpenBB Workspace refuses it.</summary>
    Broken,

    /// <summary>The disk does not answer.</summary>
    Silent,
}
