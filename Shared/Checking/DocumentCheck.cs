using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>
/// What is wrong with a document, judged once: what Workspace refuses, what it shows wrongly, and the keys that it passes over. The
/// API, the command line and the pages show it and judge nothing themselves.
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

    public JsValue Document { get; }

    /// <summary>What Workspace says to the document as a whole.</summary>
    public ValidationReport Verdict { get; }

    /// <summary>What Workspace accepts in silence and shows wrongly.</summary>
    public LintReport Lints => _lints ??= Lint(Kind, Document, Verdict, default);

    /// <summary>Refusals, then lints, then keys that Workspace does not know; not yet located. The first of very many.</summary>
    public IReadOnlyList<Finding> Findings => _findings ??= [.. FindingList.Of(Verdict, Lints)];

    /// <summary>Never throws but for the token, whatever the document is; the same document gives the same check.</summary>
    public static DocumentCheck Of(DocumentKind kind, JsValue document, CancellationToken cancellationToken = default)
    {
        var verdict = kind == DocumentKind.Apps
            ? AppsValidator.Validate(document, cancellationToken)
            : WidgetsValidator.Validate(document, cancellationToken);
        return new DocumentCheck(kind, document, verdict, Lint(kind, document, verdict, cancellationToken), null);
    }

    /// <summary>
    /// The same for a <c>widgets.json</c> whose widgets are looked at one by one later: each is judged once, for the document and for
    /// itself. Lints of the whole document are made when they are asked for.
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

    /// <summary>What there is to say about one widget, taken alone; judges it only when it is not as the document has it.</summary>
    public WidgetCheck CheckOf(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return _widgets?.GetValueOrDefault(widget.Id) is { } known && known.Widget.Raw == widget.Raw ? known : WidgetCheck.Of(widget);
    }

    /// <summary>The same document with more lints, such as those of its widgets' rows.</summary>
    public DocumentCheck With(LintReport more) => new(Kind, Document, Verdict, Lints.Concat(more), _widgets);

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    public int CountOf(FindingSeverity severity) => FindingList.CountOf(Verdict, Lints, severity);

    /// <summary>Findings of this document with their places in its text; of the nearest ancestor when a path leads nowhere.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="findings">The findings of this check, or others about the document.</param>
    public IReadOnlyList<Finding> Locate(JsonTextDocument text, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        return [.. FindingList.Locate(findings, text, finding => FindingList.OwnerIn(Document, Kind, finding))];
    }

    private static LintReport Lint(DocumentKind kind, JsValue document, ValidationReport verdict, CancellationToken cancellationToken) =>
        kind == DocumentKind.Apps
            ? DocumentLinter.LintApps(document, cancellationToken)
            : DocumentLinter.LintWidgets(document, verdict, cancellationToken);
}
