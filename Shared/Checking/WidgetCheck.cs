using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>The findings of one widget's definition, taken alone: as if it were the only one of its document.</summary>
public sealed class WidgetCheck
{
    /// <summary>The most findings that are listed with a place; further ones are only counted.</summary>
    public const int MostFindings = 500;

    private WidgetCheck(WidgetDefinition widget, ValidationReport verdict) =>
        (Widget, Verdict, Lints) = (widget, verdict, DocumentLinter.LintWidgets(JsObject.Create((widget.Id, widget.Raw)), verdict));

    public WidgetDefinition Widget { get; }

    public ValidationReport Verdict { get; }

    public LintReport Lints { get; }

    public bool IsRefused => !Verdict.Valid;

    /// <summary>Number of findings, listed or not.</summary>
    public int Count => FindingList.Count(Verdict, Lints);

    /// <summary>How many of the listed findings are switched off.</summary>
    public int CountOff(RuleSwitches off)
    {
        ArgumentNullException.ThrowIfNull(off);
        return FindingList.Of(Verdict, Lints, _ => Widget.Raw).Count(off.Hides);
    }

    public static WidgetCheck Of(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return new WidgetCheck(widget, WidgetsValidator.Validate(JsObject.Create((widget.Id, widget.Raw))));
    }

    /// <param name="widget">The widget.</param>
    /// <param name="verdict">Workspace's verdict on this widget alone; judged again when its list was cut by other widgets' issues.</param>
    internal static WidgetCheck Of(WidgetDefinition widget, ValidationReport verdict) =>
        verdict.Issues.Count < Math.Min(verdict.IssueCount, ValidationReport.MaxIssues) ? Of(widget) : new WidgetCheck(widget, verdict);

    /// <summary>The finding for a text that is not JSON.</summary>
    public static Finding NotJson(JsParseError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return FindingList.NotJson(error);
    }

    /// <summary>The findings with their places: by severity, then by place, at most <see cref="MostFindings"/>.</summary>
    /// <param name="text">The text of the definition.</param>
    /// <param name="feed">The findings of rows and messages.</param>
    public IReadOnlyList<Finding> Locate(JsonTextDocument text, IReadOnlyList<Finding> feed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(feed);
        return
        [
            .. FindingList.Locate(FindingList.Of(Verdict, Lints, _ => Widget.Raw).Concat(feed), text, _ => (Widget.Raw, []))
                .OrderByDescending(static finding => finding.Severity)
                .ThenBy(static finding => finding.Span.Line)
                .ThenBy(static finding => finding.Span.Column)
                .Take(MostFindings),
        ];
    }
}
