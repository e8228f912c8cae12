using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Catalog;

/// <summary>The last good version of one document of the catalog, and what is wrong with the file since.</summary>
/// <param name="Path">The file.</param>
/// <param name="Utf8">The last good text, byte for byte, without a byte order mark.</param>
/// <param name="Value">The parsed value of the text.</param>
/// <param name="Problem">File, line and reason while the file on disk cannot be used; null while it is good.</param>
public sealed record CatalogDocument(string Path, byte[] Utf8, JsValue Value, string? Problem)
{
    /// <value>The kind of <see cref="Problem"/>, for answers that must not show the file's path.</value>
    public CatalogFault Fault { get; init; }

    /// <value>The check of <see cref="Value"/>; null while there has been no good document.</value>
    public DocumentCheck? Check { get; init; }
}
