namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>
/// Collects the findings of the rules: counts all and lists the first. Rules ask <see cref="HasRoom"/> first, so that unlisted findings are
/// never built.
/// </summary>
/// <param name="off">Rules that are switched off; null for none.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class LintLog(RuleSwitches? off = null, CancellationToken cancellationToken = default)
{
    private readonly List<Finding> _listed = [];
    private readonly int[] _counts = new int[LintReport.Severities];

    /// <summary>Whether another finding would be listed; if not, its texts need not be built.</summary>
    public bool HasRoom => _listed.Count < LintReport.MaxFindings;

    /// <summary>Number of findings listed so far.</summary>
    public int Listed => _listed.Count;

    /// <value>The widget that is being linted: unlisted findings do not name theirs.</value>
    public string? WidgetId { get; set; }

    public void Add(Finding finding)
    {
        if (off is { IsEmpty: false } && finding.Rule != "LG022" && off.IsOff(finding.Rule, WidgetId ?? finding.WidgetId))
        {
            return;
        }

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

    /// <summary>Sorts the findings listed since <paramref name="start"/>, and replaces each by the result of <paramref name="change"/>.</summary>
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
