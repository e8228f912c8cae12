using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>Something that Workspace takes in silence and then shows wrongly, or a refusal that it does not explain.</summary>
public sealed record LintFinding
{
    /// <summary><c>LG001</c> and so on; see <c>docs/lints.md</c>. Ids are never reused.</summary>
    public required string RuleId { get; init; }

    public required LintSeverity Severity { get; init; }

    /// <summary>The key of the widget in <c>widgets.json</c>; null for an app, or when the whole document is meant.</summary>
    public string? WidgetId { get; init; }

    /// <summary>The place of the app in <c>apps.json</c>, from 0; null for a widget.</summary>
    public int? Index { get; init; }

    /// <summary>The name of the app; null for a widget.</summary>
    public string? Template { get; init; }

    /// <summary>
    /// Dot-joined, inside the widget or app, as in a validation issue. The key may be missing: then this is its place.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Plain words that name the field and the consequence.</summary>
    public required string Message { get; init; }

    /// <summary>One sentence: what to change.</summary>
    public required string Fix { get; init; }

    /// <summary>
    /// Makes the change: from the widget's definition to one without this finding and with all else as it was. Null when
    /// it takes an author to decide. Made for the definition that was linted.
    /// </summary>
    public Func<JsValue, JsValue>? Repair { get; init; }
}
