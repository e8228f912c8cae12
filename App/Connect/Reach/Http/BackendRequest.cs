using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>One read request to another backend.</summary>
/// <param name="Address">An absolute <c>http</c> or <c>https</c> address, without credentials.</param>
/// <param name="MaxBytes">The most bytes of the answer; a longer one is refused.</param>
internal sealed record BackendRequest(Uri Address, int MaxBytes)
{
    /// <value>The credentials, and the origins that may be read; by default no credentials and every origin.</value>
    public BackendAccess Access { get; init; } = new(Address, [], OriginGate.Open);

    /// <value>The <c>Origin</c> header of a browser's page; null sends none.</value>
    public string? Origin { get; init; }

    /// <value>The <c>ETag</c> of an answer that the caller has: the same one again is not sent; null for none.</value>
    public string? KnownTag { get; init; }

    /// <value>What the caller calls itself; null for nothing. A credential of that name replaces it.</value>
    public string? UserAgent { get; init; }
}
