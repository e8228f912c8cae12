using System.ComponentModel;
using System.Diagnostics;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Paint;

/// <summary>AG Grid Community as <c>Bench/Paint/package.json</c> names it, restored by npm into <c>Bench/obj</c>.</summary>
internal static class AgGridPackage
{
    private static string Folder => Path.Combine(Places.Repository, "Bench", "obj", "paint");

    private static string Script => Path.Combine(Folder, "node_modules", "ag-grid-community", "dist", "ag-grid-community.min.js");

    /// <summary>The path of its script; the packages are restored when they are missing or other versions are named.</summary>
    /// <exception cref="InvalidOperationException">npm is not available, or it failed.</exception>
    public static async Task<string> RestoreAsync(CancellationToken cancellationToken)
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Places.Repository, "Bench", "Paint", "package.json"), cancellationToken);
        var restored = Path.Combine(Folder, "package.json");
        if (File.Exists(Script) && File.Exists(restored) && await File.ReadAllTextAsync(restored, cancellationToken) == wanted)
        {
            return Script;
        }

        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(restored, wanted, cancellationToken);
        try
        {
            string[] arguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
            };
            using var npm = Process.Start(start)!;
            await npm.StandardOutput.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            return npm.ExitCode == 0 && File.Exists(Script) ? Script : throw new InvalidOperationException("npm restored no AG Grid.");
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            File.Delete(restored);
            throw new InvalidOperationException(
                $"AG Grid cannot be restored by npm ({exception.Message}); --only measures the studio alone.", exception);
        }
    }
}
