using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Catalog;

/// <summary>One document of the catalog as it was last good, and what is wrong with the file since.</summary>
/// <param name="Path">The file.</param>
/// <param name="Utf8">The last good text, byte for byte, without a byte order mark.</param>
/// <param name="Value">The same, read.</param>
/// <param name="Problem">File, line and reason when the file on disk cannot be used now; null while it is good.</param>
public sealed record CatalogDocument(string Path, byte[] Utf8, JsValue Value, string? Problem)
{
    /// <value>The kind of <see cref="Problem"/>, for whoever must not learn where the file is.</value>
    public CatalogFault Fault { get; init; }

    /// <value>What there is to say about <see cref="Value"/>; null while there never was a good document.</value>
    public DocumentCheck? Check { get; init; }
}
