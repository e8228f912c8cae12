using LiveGridStudio.Shared.Checking.FeedLint.Rules;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>
/// Finds rows and messages that Workspace will not show as their author intends. Never throws; the order of the findings is always the
/// same.
/// </summary>
public static class FeedLinter
{
    private static readonly FeedLintRule[] RowRules =
        [new AnswerWithoutRows(), new ColumnNotInRows(), new IndexKey(), new AccidentalDate(), new SharedRowId(), new ColorOnText(), new MarkupInChangeCell(ofMessages: false)];

    private static readonly FeedLintRule[] MessageRules =
        [new RowIdMissing(), new NumberLikeText(), new LostPartialUpdate(), new NullInList(), new UndeclaredButShown(), new LateColor(), new MarkupInChangeCell(ofMessages: true)];

    /// <param name="widget">The widget that the rows and messages are for.</param>
    /// <param name="rows">The endpoint's payload, before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time; their times have the same origin as those of a headless preview.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LintReport Lint(
        WidgetDefinition widget,
        JsValue rows,
        IReadOnlyList<PreviewMessage>? messages = null,
        CancellationToken cancellationToken = default) =>
        Lint(new FeedRows(widget, rows), messages ?? [], cancellationToken);

    /// <summary>The same with rows that are kept between calls: after the first call the cost depends on the number of messages alone.</summary>
    public static LintReport Lint(
        FeedRows rows, IReadOnlyList<PreviewMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(messages);
        rows.Findings ??= Check(RowRules, new FeedSubject(rows, [], new LintLog(cancellationToken: cancellationToken)));
        return rows.Findings.Concat(Check(MessageRules, new FeedSubject(rows, messages, new LintLog(cancellationToken: cancellationToken))), LintOrder.Instance);
    }

    private static LintReport Check(FeedLintRule[] rules, FeedSubject subject)
    {
        foreach (var rule in rules)
        {
            subject.Log.ThrowIfCancelled();
            subject.Log.AddRange(rule.Check(subject));
        }

        return subject.Log.ToReport();
    }
}
