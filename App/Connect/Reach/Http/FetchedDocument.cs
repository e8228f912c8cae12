namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>The answer of another backend.</summary>
/// <param name="Address">The final address, after redirects and without credentials.</param>
/// <param name="Body">The bytes of the answer.</param>
public sealed record FetchedDocument(Uri Address, byte[] Body)
{
    /// <value>All answers, redirects first; the last one is this document.</value>
    internal IReadOnlyList<RedirectHop> Hops { get; init; } = [];

    /// <value>The header <c>Content-Type</c> as it was sent; null without one.</value>
    internal string? ContentType { get; init; }

    /// <value>The status of the answer: success.</value>
    internal int Status { get; init; } = 200;

    /// <value>The <c>ETag</c> of the answer; null without one.</value>
    internal string? Tag { get; init; }

    /// <value>Whether it is still the document of <see cref="BackendRequest.KnownTag"/>; it has no body then.</value>
    internal bool IsUnchanged { get; init; }
}
