namespace LiveGridStudio.App.Connect;

/// <summary>What another backend answered.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Body">The bytes of the answer.</param>
public sealed record FetchedDocument(Uri Address, byte[] Body);
