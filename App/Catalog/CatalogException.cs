namespace LiveGridStudio.App.Catalog;

/// <summary>Thrown when a document of the catalog cannot be served; the message names file, line and reason.</summary>
public sealed class CatalogException(string message) : Exception(message);
