using System.Text.RegularExpressions;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Checks colours from a definition before they reach an attribute.</summary>
internal static partial class CssColor
{
    /// <summary>The colour when it is a hex colour, a plain name, or rgb/hsl with numbers; else the fallback.</summary>
    public static string OrDefault(string? color, string fallback) =>
        color is { Length: <= 64 } && Known().IsMatch(color) ? color : fallback;

    [GeneratedRegex(
        @"^(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|(rgb|rgba|hsl|hsla)\([0-9.,%/ deg]{1,48}\))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known();
}
