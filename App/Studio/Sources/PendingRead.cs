using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A question to the user before the host reads an address.</summary>
/// <param name="Backend">The requested backend.</param>
/// <param name="Origin">The origin to allow: that of the backend, or another one that the backend names.</param>
/// <param name="IsDeclined">Whether the user has answered "not now".</param>
public sealed record PendingRead(Uri Backend, string Origin, bool IsDeclined = false)
{
    /// <summary>Whether the question concerns only this source, so that its widgets may stay visible.</summary>
    public bool IsOf(IWidgetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Backend is { } shown && new Uri(shown) == Backend;
    }

    /// <summary>The backend's address as users read it; the host name is never cut and is shown in punycode, as it is resolved.</summary>
    public static string Shown(Uri backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return Connect.Reach.Policy.Origin.Shown(Connect.Reach.Policy.Origin.Of(backend)) + Ellipsis.Shown(backend.AbsolutePath.TrimEnd('/'));
    }
}
