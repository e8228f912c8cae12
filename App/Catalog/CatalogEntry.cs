namespace LiveGridStudio.App.Catalog;

/// <summary>One widget of the host's own <c>widgets.json</c>, as an editor takes it up.</summary>
/// <param name="WidgetId">Its key in the file.</param>
/// <param name="Text">The definition as it is written, moved to the left margin.</param>
/// <param name="Indent">The margin that was taken away; empty when its lines share none.</param>
/// <param name="FileHash">SHA-256 of the file that it was read from.</param>
public sealed record CatalogEntry(string WidgetId, string Text, string Indent, string FileHash);
