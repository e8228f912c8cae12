using LiveGridStudio.Shared.Grid.Lint.Rules;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;
using LiveGridStudio.Shared.Widgets.Lint;

namespace LiveGridStudio.Shared.Grid.Lint;

/// <summary>
/// Finds what in a backend's rows and messages will not do in Workspace what its author means. Never throws; the order of
/// the findings is always the same.
/// </summary>
public static class FeedLinter
{
    private static readonly FeedLintRule[] RowRules =
        [new ColumnNotInRows(), new IndexKey(), new AccidentalDate(), new SharedRowId()];

    private static readonly FeedLintRule[] MessageRules =
        [new RowIdMissing(), new NumberLikeText(), new LostPartialUpdate(), new NullInList(), new UndeclaredButShown()];

    /// <param name="widget">The widget that the rows and messages are for.</param>
    /// <param name="rows">The endpoint's payload, before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time, their times as those of a headless preview.</param>
    public static IReadOnlyList<LintFinding> Lint(
        WidgetDefinition widget, JsValue rows, IReadOnlyList<PreviewMessage>? messages = null) =>
        Lint(new FeedRows(widget, rows), messages ?? []);

    /// <summary>The same for rows that were looked at before: after the first time it costs as much as there are messages.</summary>
    public static IReadOnlyList<LintFinding> Lint(FeedRows rows, IReadOnlyList<PreviewMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(messages);
        rows.Findings ??= Check(RowRules, new FeedSubject(rows, []));
        List<LintFinding> findings = [.. rows.Findings, .. Check(MessageRules, new FeedSubject(rows, messages))];
        findings.Sort(LintOrder.Instance);
        return findings;
    }

    private static List<LintFinding> Check(FeedLintRule[] rules, FeedSubject subject) =>
        [.. rules.SelectMany(rule => rule.Check(subject))];
}
