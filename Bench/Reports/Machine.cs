using System.Runtime.InteropServices;

namespace LiveGridStudio.Bench.Reports;

/// <summary>The machine that the numbers come from, in one line.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        var architecture = RuntimeInformation.OSArchitecture == Architecture.X64 ? "x86-64" : RuntimeInformation.OSArchitecture.ToString();
        return $"{Environment.ProcessorCount} virtual cores, {architecture}, {Figures.Whole(memory)} GB, {OperatingSystem()}, "
            + RuntimeInformation.FrameworkDescription;
    }

    private static string OperatingSystem()
    {
        const string Release = "/etc/os-release";
        const string Key = "PRETTY_NAME=";
        var name = File.Exists(Release)
            ? File.ReadLines(Release).FirstOrDefault(static line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return name?[Key.Length..].Trim('"') ?? RuntimeInformation.OSDescription;
    }
}
