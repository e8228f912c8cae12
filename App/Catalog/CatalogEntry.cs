namespace LiveGridStudio.App.Catalog;

/// <summary>One widget of the host's own <c>widgets.json</c>, as loaded into an editor.</summary>
/// <param name="WidgetId">Its key in the file.</param>
/// <param name="Text">The definition as written, without the common indentation.</param>
/// <param name="Indent">The indentation that was removed; empty when not all lines share one.</param>
/// <param name="FileHash">SHA-256 of the file that it was read from.</param>
public sealed record CatalogEntry(string WidgetId, string Text, string Indent, string FileHash);
