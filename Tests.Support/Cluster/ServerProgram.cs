using System.Diagnostics;

namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>
/// Programs of the distribution that the same tests run over where they are installed, or may be installed: by root, with apt. Elsewhere the
/// tests run over what comes with the test projects alone.
/// </summary>
internal static class ServerProgram
{
    private static readonly Lazy<string?> FoundRedis = new(static () => Find("redis-server", "redis-server"));
    private static readonly Lazy<string?> FoundNginx = new(static () => Find("nginx", "nginx-light"));

    public static bool HasRedis => FoundRedis.Value is not null;

    public static bool HasNginx => FoundNginx.Value is not null;

    public static string Redis => FoundRedis.Value ?? throw new InvalidOperationException("There is no redis-server here.");

    public static string Nginx => FoundNginx.Value ?? throw new InvalidOperationException("There is no nginx here.");

    private static string? Find(string program, string package)
    {
        if (Installed(program) is { } path)
        {
            return path;
        }

        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        // The service that the package would start is not wanted: the tests start the program themselves.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                "-c", $"export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1; apt-get install -y --no-install-recommends {package} || (apt-get update && apt-get install -y --no-install-recommends {package})",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return Installed(program);
    }

    private static string? Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
