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
    private static readonly FeedLintRule[] Rules =
    [
        new RowIdMissing(), new ColumnNotInRows(), new NumberLikeText(), new IndexKey(), new AccidentalDate(),
        new LostPartialUpdate(), new NullInList(), new UndeclaredButShown(), new SharedRowId(),
    ];

    /// <param name="widget">The widget that the rows and messages are for.</param>
    /// <param name="rows">The endpoint's payload, before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time, their times as those of a headless preview.</param>
    public static IReadOnlyList<LintFinding> Lint(
        WidgetDefinition widget, JsValue rows, IReadOnlyList<PreviewMessage>? messages = null)
    {
        ArgumentNullException.ThrowIfNull(widget);
        var subject = new FeedSubject(widget, rows, messages ?? []);
        var findings = Rules.SelectMany(rule => rule.Check(subject)).ToList();
        findings.Sort(LintOrder.Instance);
        return findings;
    }
}
