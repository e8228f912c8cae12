using System.Collections;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>The result of a linter: the first findings, and the number of all.</summary>
public sealed class LintReport : IReadOnlyList<Finding>
{
    /// <summary>The most findings that are listed; further ones are only counted.</summary>
    public const int MaxFindings = 1000;

    private readonly IReadOnlyList<Finding> _listed;
    private readonly int[] _counts;

    internal LintReport(IReadOnlyList<Finding> listed, int[] counts)
    {
        _listed = listed;
        _counts = counts;
    }

    public static LintReport Empty { get; } = new([], new int[Severities]);

    /// <value>How many findings are listed.</value>
    public int Count => _listed.Count;

    /// <value>How many findings there are, listed or not.</value>
    public int Total => _counts.Sum();

    internal static int Severities => (int)FindingSeverity.Error + 1;

    public Finding this[int index] => _listed[index];

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    public int CountOf(FindingSeverity severity) => _counts[(int)severity];

    /// <summary>The findings of this report, then those of another.</summary>
    public LintReport Concat(LintReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return With(other, [.. _listed, .. other._listed]);
    }

    /// <summary>The same without the findings of rules that are switched off; those that are not listed stay counted.</summary>
    public LintReport Without(RuleSwitches off)
    {
        ArgumentNullException.ThrowIfNull(off);
        if (off.IsEmpty)
        {
            return this;
        }

        var counts = _counts.ToArray();
        foreach (var hidden in _listed.Where(off.Hides))
        {
            counts[(int)hidden.Severity]--;
        }

        return new LintReport([.. _listed.Where(finding => !off.Hides(finding))], counts);
    }

    /// <summary>Merges the findings of both reports in the given order.</summary>
    internal LintReport Concat(LintReport other, IComparer<Finding> order)
    {
        List<Finding> both = [.. _listed, .. other._listed];
        both.Sort(order);
        return With(other, both);
    }

    private LintReport With(LintReport other, List<Finding> both) => new(
        both.Count <= MaxFindings ? both : both[..MaxFindings],
        [.. _counts.Zip(other._counts, static (left, right) => left + right)]);

    public IEnumerator<Finding> GetEnumerator() => _listed.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
