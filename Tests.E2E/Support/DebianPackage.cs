using System.Diagnostics;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>Installs a program that a journey needs, where that is permitted: as root on Debian or Ubuntu.</summary>
internal static class DebianPackage
{
    public static async Task<bool> TryInstallAsync(string name) =>
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get")
        && await RunAsync("apt-get", "update -qq") && await RunAsync("apt-get", $"install -y -qq --no-install-recommends {name}");

    private static async Task<bool> RunAsync(string command, string arguments)
    {
        // RUNLEVEL 1: a server that is installed is not started.
        var start = new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive", ["RUNLEVEL"] = "1" } };
        using var process = Process.Start(start);
        if (process is null)
        {
            return false;
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
