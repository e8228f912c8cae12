using System.Globalization;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>Builds one list of refusals, lints and keys that Workspace ignores.</summary>
public static class FindingList
{
    private const string BrokenCheck = "LG022";

    /// <param name="verdict">The verdict.</param>
    /// <param name="lints">The lints.</param>
    /// <param name="ownerOf">Gives the widget or app of a refusal as written.</param>
    /// <param name="off">Rules that are switched off; null for none.</param>
    internal static IEnumerable<Finding> Of(
        ValidationReport verdict, LintReport lints, Func<ValidationIssue, JsValue> ownerOf, RuleSwitches? off = null) =>
        Refusals(verdict, lints, ownerOf).Concat(lints).Concat(UnknownKeyFindings.Of(verdict, off));

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    internal static int CountOf(ValidationReport verdict, LintReport lints, FindingSeverity severity, RuleSwitches? off = null) =>
        lints.CountOf(severity) + severity switch
        {
            FindingSeverity.Error => verdict.Failure == ValidationFailure.Issues ? verdict.IssueCount : Refusals(verdict, lints, static _ => default).Count(),
            FindingSeverity.Info => UnknownKeyFindings.Count(verdict, off),
            _ => 0,
        };

    internal static int Count(ValidationReport verdict, LintReport lints) =>
        Enum.GetValues<FindingSeverity>().Sum(severity => CountOf(verdict, lints, severity));

    internal static Finding NotJson(JsParseError error)
    {
        var (line, column) = ((int)error.Line, (int)error.Column);
        return new Finding
        {
            Kind = FindingKind.NotJson,
            Rule = FindingRule.NotJson,
            Severity = FindingSeverity.Error,
            Path = "",
            Span = new JsonTextSpan(line, column, line, column + 1),
            Message = error.Reason,
        };
    }

    /// <summary>Adds places in a text to the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="text">The text.</param>
    /// <param name="ownerOf">Gives the widget or app of a finding, and its path from the root of the text.</param>
    public static IEnumerable<Finding> Locate(
        IEnumerable<Finding> findings, JsonTextDocument text, Func<Finding, (JsValue Value, string[] Path)> ownerOf) =>
        findings.Select(finding =>
        {
            var (owner, path) = ownerOf(finding);
            return finding with { Span = text.Find(FindingPath.Resolve(owner, finding.Path, path)) };
        });

    /// <summary>The widget or app that a finding of a document is about.</summary>
    internal static (JsValue Value, string[] Path) OwnerIn(JsValue document, DocumentKind kind, Finding finding)
    {
        if (kind == DocumentKind.Widgets)
        {
            return finding.WidgetId is { } id ? (document[id], [id]) : (document, []);
        }

        return document.IsList && finding.Index is { } index && index < document.List.Count
            ? (document.List[index], [index.ToString(CultureInfo.InvariantCulture)])
            : (document, []);
    }

    private static IEnumerable<Finding> Refusals(ValidationReport verdict, LintReport lints, Func<ValidationIssue, JsValue> ownerOf) => verdict.Failure switch
    {
        null => [],
        ValidationFailure.Issues => verdict.Issues.Select(issue => IssueFinding.Of(issue, ownerOf(issue))),
        ValidationFailure.Shape => [OfDocument(FindingRule.Shape, verdict)],
        // A lint already names what breaks the check, and where.
        _ => lints.Any(static lint => lint.Rule == BrokenCheck) ? [] : [OfDocument(FindingRule.Exception, verdict)],
    };

    private static Finding OfDocument(string rule, ValidationReport verdict) => new()
    {
        Kind = FindingKind.Refused,
        Rule = rule,
        Severity = FindingSeverity.Error,
        Path = "",
        Message = verdict.ErrorText ?? "Workspace refuses this document.",
    };
}
