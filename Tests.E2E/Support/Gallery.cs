using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// Keeps pictures of scenes when <c>LIVEGRID_GALLERY</c> asks for it: <c>1</c> for <c>docs/images</c> of the repository, else
/// the folder that it names. Without it nothing is written.
/// </summary>
internal static class Gallery
{
    private const string Variable = "LIVEGRID_GALLERY";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "0" => null,
        "1" => Path.Combine(Repository.Folder, "docs", "images"),
        var folder => folder,
    };

    public static bool IsKept => Folder is not null;

    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is null)
        {
            return;
        }

        // A highlight fades with time; with reduced motion it stays, so every picture shows it.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder, name + ".png"),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
    }
}
