namespace LiveGridStudio.App.Catalog;

/// <summary>The result of a save.</summary>
/// <param name="Message">A message for the user: what was written, or why nothing was.</param>
/// <param name="Entry">The widget as it is on disk now, for the next save; null when nothing was written.</param>
public sealed record SaveOutcome(string Message, CatalogEntry? Entry)
{
    public bool Saved => Entry is not null;

    /// <value>Whether nothing was written because the file, or the widget in it, has changed since it was loaded.</value>
    public bool IsConflict { get; init; }
}
