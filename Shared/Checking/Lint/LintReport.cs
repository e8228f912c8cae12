using System.Collections;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>What a linter found: the first findings, and how many there are.</summary>
public sealed class LintReport : IReadOnlyList<LintFinding>
{
    /// <summary>No more findings than this are listed; the others are counted.</summary>
    public const int MaxFindings = 1000;

    private readonly IReadOnlyList<LintFinding> _listed;
    private readonly int[] _counts;

    internal LintReport(IReadOnlyList<LintFinding> listed, int[] counts)
    {
        _listed = listed;
        _counts = counts;
    }

    public static LintReport Empty { get; } = new([], new int[Severities]);

    /// <value>How many findings are listed.</value>
    public int Count => _listed.Count;

    /// <value>How many findings there are, listed or not.</value>
    public int Total => _counts.Sum();

    internal static int Severities => (int)LintSeverity.Error + 1;

    public LintFinding this[int index] => _listed[index];

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    public int CountOf(LintSeverity severity) => _counts[(int)severity];

    /// <summary>The findings of this report, then those of another.</summary>
    public LintReport Concat(LintReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return With(other, [.. _listed, .. other._listed]);
    }

    /// <summary>The findings of both in one order.</summary>
    internal LintReport Concat(LintReport other, IComparer<LintFinding> order)
    {
        List<LintFinding> both = [.. _listed, .. other._listed];
        both.Sort(order);
        return With(other, both);
    }

    private LintReport With(LintReport other, List<LintFinding> both) => new(
        both.Count <= MaxFindings ? both : both[..MaxFindings],
        [.. _counts.Zip(other._counts, static (left, right) => left + right)]);

    public IEnumerator<LintFinding> GetEnumerator() => _listed.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
