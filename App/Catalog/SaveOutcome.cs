namespace LiveGridStudio.App.Catalog;

/// <summary>What became of an attempt to save.</summary>
/// <param name="Message">For the user: what was written, or why nothing was.</param>
/// <param name="Entry">The widget as it is on disk now, to go on from; null when nothing was written.</param>
public sealed record SaveOutcome(string Message, CatalogEntry? Entry)
{
    public bool Saved => Entry is not null;

    /// <value>Whether nothing was written because the file, or the widget in it, is another than the one that was loaded.</value>
    public bool IsConflict { get; init; }
}
