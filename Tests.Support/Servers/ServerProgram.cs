namespace LiveGridStudio.Tests.Support.Servers;

/// <summary>
/// Servers that the same tests run over where they are installed, or may be installed. Elsewhere the tests run over what comes with the test
/// projects alone.
/// </summary>
internal static class ServerProgram
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];
    /// <summary>The path of <c>redis-server</c>; null when there is none, and none could be installed.</summary>
    public static Task<string?> RedisAsync() => FindAsync("redis-server", "redis-server");

    /// <summary>The path of <c>nginx</c>.</summary>
    public static Task<string?> NginxAsync() => FindAsync("nginx", "nginx-light");

    private static async Task<string?> FindAsync(string program, string package) =>
        Installed(program) ?? (await DebianPackage.TryInstallAsync(package) ? Installed(program) : null);

    private static string? Installed(string program) =>
        Folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
