namespace LiveGridStudio.App.Cli.Output;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>There are findings of the severity that fails, or above.</summary>
    public const int Findings = 1;

    /// <summary>The command could not run: a bad option, no such file, not JSON, an address that is refused.</summary>
    public const int CouldNotRun = 2;
}
