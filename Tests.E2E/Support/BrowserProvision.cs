using LiveGridStudio.Tests.Support.Servers;
namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// Finds a browser, or gets one: a system Chromium, Chrome or Edge first, then Playwright's own download, then the
/// distribution's package where that is allowed (root on Debian or Ubuntu).
/// </summary>
internal static class BrowserProvision
{
    /// <summary>The variable with the path of a browser to prefer to all others.</summary>
    private const string Variable = "LIVEGRID_BROWSER";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The path of a browser; null for the one that Playwright manages itself.</summary>
    /// <exception cref="InvalidOperationException">No browser is available; the message says how to get one.</exception>
    public static async Task<string?> FindOrInstallAsync()
    {
        if (Find() is { } path)
        {
            return path;
        }

        if (await DebianPackage.TryInstallAsync("chromium") && Find() is { } installed)
        {
            return installed;
        }

        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
        {
            return null;
        }

        throw new InvalidOperationException(
            "No browser for the journeys: install Chromium, Chrome or Edge, or name one with the environment variable " +
            $"{Variable}. Playwright's own download failed too.");
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(named) ? Places.FirstOrDefault(File.Exists) : named;
    }
}
