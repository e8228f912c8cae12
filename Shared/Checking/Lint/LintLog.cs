namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>Takes findings as rules make them: lists the first, counts all, and says when there is no room, so that no more are made.</summary>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class LintLog(CancellationToken cancellationToken = default)
{
    private readonly List<Finding> _listed = [];
    private readonly int[] _counts = new int[LintReport.Severities];

    /// <summary>Whether one more would be listed; else its texts need not be made.</summary>
    public bool HasRoom => _listed.Count < LintReport.MaxFindings;

    /// <summary>How many are listed so far.</summary>
    public int Listed => _listed.Count;

    public void Add(Finding finding)
    {
        _counts[(int)finding.Severity]++;
        if (HasRoom)
        {
            _listed.Add(finding);
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    /// <summary>Puts what is listed since <paramref name="start"/> in order, and makes it what <paramref name="change"/> says.</summary>
    public void Sort(int start, Func<Finding, Finding>? change = null)
    {
        for (var i = start; change is not null && i < _listed.Count; i++)
        {
            _listed[i] = change(_listed[i]);
        }

        _listed.Sort(start, _listed.Count - start, LintOrder.Instance);
    }

    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    public LintReport ToReport() => new(_listed, _counts);
}
