using System.CommandLine;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>The arguments that no option of a command matched: settings of the host.</summary>
internal static class CommandSettings
{
    /// <summary>What is wrong with them; null when they are valid settings, or there are none.</summary>
    public static string? Problem(ParseResult parsed)
    {
        var odd = parsed.UnmatchedTokens.FirstOrDefault(static token => !IsSetting(token));
        return odd is null ? null
            : odd.StartsWith('-') ? $"Unknown option '{odd}'. A setting is written --Section:Key=value."
            : $"Unexpected argument '{odd}'.";
    }

    private static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal)
        && token.Split('=', 2) is [var key, _]
        && key.Contains(':', StringComparison.Ordinal);
}
