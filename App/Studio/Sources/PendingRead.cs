using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>What the reader is asked before the host reads it.</summary>
/// <param name="Backend">The backend that was asked for.</param>
/// <param name="Origin">What is to be allowed: the origin of the backend, or one that the backend names.</param>
/// <param name="IsDeclined">Whether the reader has said not now.</param>
public sealed record PendingRead(Uri Backend, string Origin, bool IsDeclined = false)
{
    /// <summary>Whether it stands in the way of the source's widgets alone, so that those may stay in sight.</summary>
    public bool IsOf(IWidgetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Backend is { } shown && new Uri(shown) == Backend;
    }

    /// <summary>The backend's address for people; the name of the host is never cut and shows its real letters (punycode).</summary>
    public static string Shown(Uri backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return Connect.Reach.Policy.Origin.Shown(Connect.Reach.Policy.Origin.Of(backend)) + Ellipsis.Shown(backend.AbsolutePath.TrimEnd('/'));
    }
}
