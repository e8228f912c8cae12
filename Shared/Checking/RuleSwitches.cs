using System.Globalization;

namespace LiveGridStudio.Shared.Checking;

/// <summary>
/// The rules that are switched off, for a document (<c>LG009</c>) or for one widget of it (<c>LG009:book</c>). What Workspace refuses cannot be
/// switched off. Immutable.
/// </summary>
public sealed class RuleSwitches
{
    private const int Lints = 33;
    private const int MostEntries = 1000;
    private readonly HashSet<string> _off;

    private RuleSwitches(IEnumerable<string> off)
    {
        _off = off.Take(MostEntries).ToHashSet(StringComparer.Ordinal);
        All = [.. _off.Order(StringComparer.Ordinal)];
    }

    public static RuleSwitches None { get; } = new([]);

    /// <summary>The rules that can be switched off.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. Enumerable.Range(1, Lints).Select(static number => string.Create(CultureInfo.InvariantCulture, $"LG{number:000}")), FindingRule.UnrecognizedKey];

    /// <value>The entries, sorted.</value>
    public IReadOnlyList<string> All { get; }

    public bool IsEmpty => All.Count == 0;

    /// <summary>Reads entries; each may hold several, separated by commas.</summary>
    /// <param name="entries">Such as <c>LG009,LG012</c> and <c>LG009:book</c>.</param>
    /// <param name="problem">Names an unknown rule, and the known ones; null when all are known.</param>
    public static RuleSwitches Read(IEnumerable<string?> entries, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(entries);
        string[] read = [.. entries.OfType<string>().SelectMany(static entry => entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        var unknown = read.FirstOrDefault(static entry => !Known.Contains(RuleOf(entry), StringComparer.OrdinalIgnoreCase));
        problem = unknown is null ? null
            : $"There is no rule '{Json.Ellipsis.Of(RuleOf(unknown), 60)}' that can be switched off; there are {Known[0]} to {Known[^2]} and {Known[^1]}, each also for one widget: {Known[0]}:prices.";
        return new RuleSwitches(read.Where(static entry => Known.Contains(RuleOf(entry), StringComparer.OrdinalIgnoreCase)).Select(Plain));
    }

    /// <summary>Both.</summary>
    public RuleSwitches With(RuleSwitches other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsEmpty ? this : IsEmpty ? other : new RuleSwitches([.. All, .. other.All]);
    }

    /// <param name="rule">The rule.</param>
    /// <param name="widgetId">One widget; null for the whole document.</param>
    public RuleSwitches Off(string rule, string? widgetId) => new([.. All, widgetId is null ? rule : $"{rule}:{widgetId}"]);

    /// <param name="entry">One of <see cref="All"/>.</param>
    public RuleSwitches On(string entry) => new(All.Where(other => other != entry));

    public bool IsOff(string rule, string? widgetId) =>
        _off.Count > 0 && Known.Contains(rule) && (_off.Contains(rule) || (widgetId is not null && _off.Contains($"{rule}:{widgetId}")));

    /// <summary>Whether a finding's rule can be switched off.</summary>
    public static bool IsSwitchable(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Kind is FindingKind.Lint or FindingKind.FeedLint or FindingKind.UnrecognizedKey && finding.Rule != "LG022" && Known.Contains(finding.Rule);
    }

    /// <summary>Whether a finding is switched off.</summary>
    public bool Hides(Finding finding) => !IsEmpty && IsSwitchable(finding) && IsOff(finding.Rule, finding.WidgetId);

    private static string RuleOf(string entry) => entry.Split(':', 2)[0];

    private static string Plain(string entry)
    {
        var parts = entry.Split(':', 2);
        var rule = Known.First(known => string.Equals(known, parts[0], StringComparison.OrdinalIgnoreCase));
        return parts.Length == 1 ? rule : $"{rule}:{parts[1]}";
    }
}
