namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>The answer of another backend.</summary>
/// <param name="Address">The final address, after redirects and without credentials.</param>
/// <param name="Body">The bytes of the answer.</param>
public sealed record FetchedDocument(Uri Address, byte[] Body)
{
    /// <value>All answers, redirects first; the last one is this document.</value>
    internal IReadOnlyList<RedirectHop> Hops { get; init; } = [];
}
