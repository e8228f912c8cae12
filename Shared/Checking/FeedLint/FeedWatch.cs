using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>
/// Lints a feed repeatedly; each call costs as much as the newest messages. Messages are a sample: a finding that one of them has shown is
/// kept, with its text, while definition and rows stay the same. Not thread-safe.
/// </summary>
public sealed class FeedWatch
{
    private FeedRows? _rows;
    private IReadOnlyList<Finding> _findings = [];

    /// <value>How many findings there are besides those that <see cref="Look"/> lists.</value>
    public int More { get; private set; }

    /// <param name="widget">The current definition.</param>
    /// <param name="payload">The endpoint's answer, before the loading rules.</param>
    /// <param name="messages">Some of the newest frames, oldest first.</param>
    /// <returns>The same list object as before when nothing has changed.</returns>
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

    /// <summary>Messages may differ because they quote values; the subject and the fix of the finding stay the same.</summary>
    private static bool IsSame(Finding left, Finding right) =>
        left.Rule == right.Rule && left.Path == right.Path && left.Fix == right.Fix && left.Severity == right.Severity;

    /// <summary>Whether the finding was shown by a message, and not concluded from the lack of a contrary one.</summary>
    private static bool IsEvidence(Finding finding) => finding.Rule switch
    {
        "LG020" or "LG021" or "LG026" => true,
        "LG015" => finding.Severity == FindingSeverity.Warning,
        _ => false,
    };
}
