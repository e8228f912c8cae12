namespace LiveGridStudio.App.Connect.Reach.Cors;

/// <summary>
/// Whether a browser would let Workspace's page read a backend's answer. A negative verdict stops nothing here, because this program is not
/// a browser.
/// </summary>
/// <param name="Problem">
/// <c>CORS would block this in Workspace because ...</c>: one line, without credentials; null when a browser allows it.
/// </param>
public sealed record CorsVerdict(string? Problem);
