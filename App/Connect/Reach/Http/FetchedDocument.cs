namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>What another backend answered.</summary>
/// <param name="Address">Where the answer came from, after redirects and without credentials.</param>
/// <param name="Body">The bytes of the answer.</param>
public sealed record FetchedDocument(Uri Address, byte[] Body)
{
    /// <value>Each answer on the way, redirects first; the last one is this.</value>
    internal IReadOnlyList<RedirectHop> Hops { get; init; } = [];
}
