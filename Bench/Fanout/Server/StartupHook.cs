using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Named in <c>DOTNET_STARTUP_HOOKS</c>, which loads this assembly into the host's process before its own program runs; after
/// that the host finds <see cref="LiveGridStudio.Bench.Fanout.Server.BenchStartup"/> by the assembly's name.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for exactly this name, outside any namespace.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for exactly this name, outside any namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        // Nothing to do: loading the assembly is enough.
    }
}
