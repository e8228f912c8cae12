using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>One reading of another backend.</summary>
/// <param name="Address">An absolute <c>http</c> or <c>https</c> address, without credentials.</param>
/// <param name="MaxBytes">A longer answer is refused.</param>
internal sealed record BackendRequest(Uri Address, int MaxBytes)
{
    /// <value>What the backend asks for and what may be read for it; by default nothing, and everything.</value>
    public BackendAccess Access { get; init; } = new(Address, [], OriginGate.Open);

    /// <value>The page that a browser would send it for; null sends no <c>Origin</c>.</value>
    public string? Origin { get; init; }
}
