namespace LiveGridStudio.App.Catalog;

/// <summary>What is wrong with a file of the catalog.</summary>
public enum CatalogFault
{
    None,

    /// <summary>The file is missing, not a regular file, too large, not JSON, or refused by OpenBB Workspace.</summary>
    Broken,

    /// <summary>The disk does not answer.</summary>
    Silent,
}
