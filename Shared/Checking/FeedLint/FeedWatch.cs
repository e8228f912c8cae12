using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>
/// Looks at a feed again and again, at the cost of its newest messages. They are a sample: what one of them has shown stays a
/// finding for as long as definition and rows do, and keeps its words. For one thread at a time.
/// </summary>
public sealed class FeedWatch
{
    private FeedRows? _rows;
    private IReadOnlyList<Finding> _findings = [];

    /// <value>How many findings there are besides those that <see cref="Look"/> lists.</value>
    public int More { get; private set; }

    /// <param name="widget">The definition as it is now.</param>
    /// <param name="payload">The endpoint's answer, before the loading rules.</param>
    /// <param name="messages">Some of the newest frames, in order of time.</param>
    /// <returns>The same list as before when there is nothing new.</returns>
    public IReadOnlyList<Finding> Look(WidgetDefinition widget, JsValue payload, IReadOnlyList<PreviewMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(widget);
        if (_rows is null || _rows.Widget.Raw != widget.Raw || _rows.Payload != payload)
        {
            _rows = new FeedRows(widget, payload);
            _findings = [];
        }

        var now = FeedLinter.Lint(_rows, messages);
        List<Finding> findings =
        [
            .. now.Select(finding => _findings.FirstOrDefault(known => IsSame(known, finding)) ?? finding),
            .. _findings.Where(known => IsEvidence(known) && !now.Any(finding => IsSame(known, finding))),
        ];
        findings.Sort(LintOrder.Instance);
        More = now.Total - now.Count;
        return _findings = findings.SequenceEqual(_findings) ? _findings : findings;
    }

    /// <summary>Messages differ in the values that a finding quotes; what it is about and what to do stays the same.</summary>
    private static bool IsSame(Finding left, Finding right) =>
        left.Rule == right.Rule && left.Path == right.Path && left.Fix == right.Fix && left.Severity == right.Severity;

    /// <summary>Whether a message has shown it, rather than none of them the opposite.</summary>
    private static bool IsEvidence(Finding finding) => finding.Rule switch
    {
        "LG020" or "LG021" or "LG026" => true,
        "LG015" => finding.Severity == FindingSeverity.Warning,
        _ => false,
    };
}
