namespace LiveGridStudio.App.Connect.Reach.Cors;

/// <summary>
/// Whether a browser would let Workspace's page read what a backend answered. A verdict that says no stops nothing here: this
/// program is no browser.
/// </summary>
/// <param name="Problem">
/// <c>CORS would block this in Workspace because ...</c>: one line, without credentials; null when a browser lets it.
/// </param>
public sealed record CorsVerdict(string? Problem);
