using System.Diagnostics;

namespace LiveGridStudio.Tests.Support.Servers;

/// <summary>Installs a program that a test needs, where that is permitted: as root on Debian or Ubuntu.</summary>
internal static class DebianPackage
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    public static async Task<bool> TryInstallAsync(string name)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        // The test projects run at the same time, and apt is for one at a time.
        await using var turn = await TurnAsync();
        return await RunAsync("apt-get", "update -qq") && await RunAsync("apt-get", $"install -y -qq --no-install-recommends {name}");
    }

    private static async Task<FileStream> TurnAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Path.GetTempPath(), "livegrid-apt.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < LongestWait)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

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
