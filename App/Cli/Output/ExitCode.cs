namespace LiveGridStudio.App.Cli.Output;

/// <summary>The exit codes of commands.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>There are findings of the severity of <c>--fail-on</c>, or above.</summary>
    public const int Findings = 1;

    /// <summary>The command could not run: a bad option, a missing file, invalid JSON, a refused address.</summary>
    public const int CouldNotRun = 2;
}
