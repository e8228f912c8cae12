using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// The names that a save uses beside its file, for <c>widgets.json</c>:
/// <list type="bullet">
/// <item><c>widgets.json.bak</c>: the version that the last save replaced;</item>
/// <item><c>widgets.json.{32 digits}.tmp</c>: a new version while it is being written; of no use to others;</item>
/// <item><c>widgets.json.{32 digits}.{16 digits}.{16 digits}.swap</c>: the new version when it is complete, and after the exchange the one
/// that it replaced; the digits distinguish the two: they are the start of the hashes of the old and the new version;</item>
/// <item><c>widgets.json.saving</c>: exists during a save (<see cref="SaveTurn"/>).</item>
/// </list>
/// A save removes all but the first at its end; a save that was killed may leave them.
/// </summary>
internal static partial class SaveNames
{
    public static string Backup(string path) => path + ".bak";

    public static string Turn(string path) => path + ".saving";

    public static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    public static string Swap(string path, byte[] before, byte[] after) => $"{path}.{Guid.NewGuid():N}.{Mark(before)}.{Mark(after)}.swap";

    /// <summary>The files that a killed save may have left; never other names, whoever owns them.</summary>
    public static IReadOnlyList<string> Leftovers(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        return [.. Directory.EnumerateFiles(folder, name + ".*").Where(file => IsOne(Path.GetFileName(file), name))];
    }

    /// <summary>The hash prefixes of the old and the new version in the name of a <c>.swap</c> file; null for a <c>.tmp</c>.</summary>
    public static (string Before, string After)? Marks(string leftover) =>
        SwapEnd().Match(leftover) is { Success: true } match ? (match.Groups["before"].Value, match.Groups["after"].Value) : null;

    public static string Mark(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private static bool IsOne(string file, string name)
    {
        var end = file.StartsWith(name, StringComparison.Ordinal) ? file[name.Length..] : "";
        return TemporaryEnd().IsMatch(end) || SwapEnd().Match(end) is { Success: true, Index: 0 };
    }

    // Releases before this one wrote the backup under a temporary name too.
    [GeneratedRegex(@"^(\.bak)?\.[0-9a-f]{32}\.tmp\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemporaryEnd();

    [GeneratedRegex(
        @"\.[0-9a-f]{32}\.(?<before>[0-9a-f]{16})\.(?<after>[0-9a-f]{16})\.swap\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SwapEnd();
}
