using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>
/// The findings of one document: what Workspace refuses, what it shows wrongly, and the keys that it ignores. The API, the command line and
/// the pages show this check and do not judge the document themselves.
/// </summary>
public sealed class DocumentCheck
{
    private readonly IReadOnlyDictionary<string, WidgetCheck>? _widgets;
    private IReadOnlyList<Finding>? _findings;
    private LintReport? _lints;

    private DocumentCheck(
        DocumentKind kind, JsValue document, ValidationReport verdict, LintReport? lints, IReadOnlyDictionary<string, WidgetCheck>? widgets)
    {
        (Kind, Document, Verdict) = (kind, document, verdict);
        (_lints, _widgets) = (lints, widgets);
    }

    public DocumentKind Kind { get; }

    /// <value>The rules that are switched off.</value>
    public RuleSwitches Off { get; private init; } = RuleSwitches.None;

    public JsValue Document { get; }

    /// <summary>Workspace's verdict on the whole document.</summary>
    public ValidationReport Verdict { get; }

    /// <summary>What Workspace accepts without a message and shows wrongly.</summary>
    public LintReport Lints => _lints ??= Lint(Kind, Document, Verdict, Off, default);

    /// <summary>
    /// Refusals, then lints, then keys that Workspace does not know; without places in the text. A long list is cut to its first findings.
    /// </summary>
    public IReadOnlyList<Finding> Findings => _findings ??= [.. FindingList.Of(Verdict, Lints, OwnerOf, Off)];

    /// <summary>Checks a document of any content. Throws only when the token is cancelled; the same document always gives the same check.</summary>
    public static DocumentCheck Of(DocumentKind kind, JsValue document, CancellationToken cancellationToken = default) =>
        Of(kind, document, RuleSwitches.None, cancellationToken);

    /// <summary>The same, with rules switched off.</summary>
    public static DocumentCheck Of(DocumentKind kind, JsValue document, RuleSwitches off, CancellationToken cancellationToken = default)
    {
        var verdict = kind == DocumentKind.Apps
            ? AppsValidator.Validate(document, cancellationToken)
            : WidgetsValidator.Validate(document, cancellationToken);
        return new DocumentCheck(kind, document, verdict, Lint(kind, document, verdict, off, cancellationToken), null) { Off = off };
    }

    /// <summary>
    /// Checks a <c>widgets.json</c> and keeps the verdict of each widget for <see cref="CheckOf"/>, so that no widget is judged twice.
    /// Lints of the whole document are made on first use.
    /// </summary>
    public static DocumentCheck ByWidget(JsValue document)
    {
        var widgets = new Dictionary<string, WidgetCheck>(StringComparer.Ordinal);
        var verdict = WidgetsValidator.Validate(document, (id, ofWidget) =>
        {
            if (document[id] is { IsObject: true } raw)
            {
                widgets[id] = WidgetCheck.Of(WidgetDefinition.Read(id, raw), ofWidget);
            }
        });
        return new DocumentCheck(DocumentKind.Widgets, document, verdict, null, widgets);
    }

    /// <summary>The check of one widget, taken alone. Judges the widget again only when it differs from the one in the document.</summary>
    public WidgetCheck CheckOf(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return _widgets?.GetValueOrDefault(widget.Id) is { } known && known.Widget.Raw == widget.Raw ? known : WidgetCheck.Of(widget);
    }

    /// <summary>The same document with more lints, such as those of its widgets' rows.</summary>
    public DocumentCheck With(LintReport more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new DocumentCheck(Kind, Document, Verdict, Lints.Concat(more.Without(Off)), _widgets) { Off = Off };
    }

    /// <summary>The same document with rules switched off.</summary>
    public DocumentCheck Without(RuleSwitches off) => new(Kind, Document, Verdict, null, _widgets) { Off = off };

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    public int CountOf(FindingSeverity severity) => FindingList.CountOf(Verdict, Lints, severity, Off);

    /// <summary>
    /// Adds to the findings their places in the document's text. Where a path does not exist, the place is its nearest existing ancestor.
    /// </summary>
    /// <param name="text">The document's text.</param>
    /// <param name="findings">The findings of this check, or others about the document.</param>
    public IReadOnlyList<Finding> Locate(JsonTextDocument text, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        return [.. FindingList.Locate(findings, text, finding => FindingList.OwnerIn(Document, Kind, finding))];
    }

    private JsValue OwnerOf(ValidationIssue issue) => issue.WidgetId is { } id ? Document[id]
        : Document.IsList && issue.Index is { } index && index < Document.List.Count ? Document.List[index]
        : Document;

    private static LintReport Lint(DocumentKind kind, JsValue document, ValidationReport verdict, RuleSwitches off, CancellationToken cancellationToken) =>
        kind == DocumentKind.Apps
            ? DocumentLinter.LintApps(document, off, cancellationToken)
            : DocumentLinter.LintWidgets(document, verdict, off, cancellationToken);
}
