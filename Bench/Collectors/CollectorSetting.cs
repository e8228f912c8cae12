namespace LiveGridStudio.Bench.Collectors;

/// <summary>One setting of the built host's garbage collector.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Variables">Environment variables, which override the settings of the build; empty measures the build as it is.</param>
/// <param name="Settings">Of the host, on its command line.</param>
internal sealed record CollectorSetting(string Name, IReadOnlyDictionary<string, string> Variables, string[] Settings)
{
    private const string Server = "DOTNET_gcServer";
    private const string Concurrent = "DOTNET_gcConcurrent";
    private const string Adapts = "DOTNET_GCDynamicAdaptationMode";
    private const string Conserve = "DOTNET_GCConserveMemory";
    private const string Limit = "DOTNET_GCHeapHardLimit";

    /// <summary>The host's own memory release is off in all but the first, so that only the collector is measured.</summary>
    public static IReadOnlyList<CollectorSetting> All { get; } =
    [
        new("as built", new Dictionary<string, string>(), []),
        Of("as built, nothing given back"),
        Of("server, adapts (the default of a web host)", (Server, "1"), (Adapts, "1"), (Conserve, "0"), (Concurrent, "1")),
        Of("server, does not adapt", (Server, "1"), (Adapts, "0"), (Conserve, "0"), (Concurrent, "1")),
        Of("server, conserves 5", (Server, "1"), (Adapts, "1"), (Conserve, "5"), (Concurrent, "1")),
        Of("server, conserves 9", (Server, "1"), (Adapts, "1"), (Conserve, "9"), (Concurrent, "1")),
        Of("server, not concurrent", (Server, "1"), (Adapts, "1"), (Conserve, "0"), (Concurrent, "0")),
        Of("server, at most 512 MB", (Server, "1"), (Adapts, "1"), (Conserve, "0"), (Concurrent, "1"), (Limit, "0x20000000")),
        Of("workstation", (Server, "0"), (Conserve, "0"), (Concurrent, "1")),
        Of("workstation, conserves 5", (Server, "0"), (Conserve, "5"), (Concurrent, "1")),
        Of("workstation, not concurrent", (Server, "0"), (Conserve, "0"), (Concurrent, "0")),
    ];

    private static CollectorSetting Of(string name, params (string Name, string Value)[] variables) =>
        new(name, variables.ToDictionary(static entry => entry.Name, static entry => entry.Value), ["--Memory:ReleaseAfter=0"]);
}
