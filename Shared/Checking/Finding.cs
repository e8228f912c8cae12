using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>One thing to know about a document, its rows or its messages: what is wrong, where, and what to change.</summary>
public sealed record Finding
{
    /// <value>Who found it; a lint of the definition when nothing else is said.</value>
    public FindingKind Kind { get; init; } = FindingKind.Lint;

    /// <summary>
    /// The lint's id (<c>LG001</c>; see <c>docs/lints.md</c>, ids are never reused), the code that Workspace gives a refusal
    /// (<c>invalid_type</c>), or one of <see cref="FindingRule"/>.
    /// </summary>
    public required string Rule { get; init; }

    public required FindingSeverity Severity { get; init; }

    /// <summary>The key of the widget in <c>widgets.json</c>; null for an app, or when the whole document is meant.</summary>
    public string? WidgetId { get; init; }

    /// <summary>The place of the app in <c>apps.json</c>, from 0; null for a widget.</summary>
    public int? Index { get; init; }

    /// <summary>The name of the app; null for a widget.</summary>
    public string? Template { get; init; }

    /// <summary>
    /// Dot-joined, inside the widget or app; empty for the widget or app itself. Indexes of <c>params</c> count the flattened list.
    /// The key may be missing: then this is its place.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Plain words that name the field and the consequence.</summary>
    public required string Message { get; init; }

    /// <summary>One sentence: what to change; null when the message says it all.</summary>
    public string? Fix { get; init; }

    /// <summary>What each option had against a refused value, when the value may be one of several; else empty.</summary>
    public IReadOnlyList<ValidationAlternative> Alternatives { get; init; } = [];

    /// <summary>Where it is in the text, once it is located: where a key is missing, the place of what should have it.</summary>
    public JsonTextSpan Span { get; init; } = JsonTextSpan.Start;

    /// <summary>
    /// Makes the change: from the widget's definition to one without this finding and with all else as it was. Null when
    /// it takes an author to decide. Made for the definition that was checked.
    /// </summary>
    public Func<JsValue, JsValue>? Repair { get; init; }

    public bool CanFix => Repair is not null;

    /// <summary>Whether it is the same finding, perhaps at another place of an edited text.</summary>
    public bool IsSame(Finding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Rule == other.Rule && Path == other.Path && Message == other.Message;
    }
}

/// <summary>Who found it.</summary>
public enum FindingKind
{
    /// <summary>The reader: the text is not JSON.</summary>
    NotJson,

    /// <summary>The schema: Workspace refuses it.</summary>
    Refused,

    /// <summary>Workspace warns of the key and passes over it.</summary>
    UnrecognizedKey,

    /// <summary>A lint of the definition: Workspace accepts it and shows something else than was meant.</summary>
    Lint,

    /// <summary>The same, seen in the rows or messages.</summary>
    FeedLint,

    /// <summary>The network: something could not be read.</summary>
    Network,
}

/// <summary>The rules that are neither a lint nor a code of Workspace's.</summary>
public static class FindingRule
{
    public const string NotJson = "not_json";
    public const string UnrecognizedKey = "unrecognized_key";

    /// <summary>The document is a list or one bare widget.</summary>
    public const string Shape = "shape";

    /// <summary>Workspace's own check breaks, in a way that no lint explains.</summary>
    public const string Exception = "exception";

    /// <summary>The rows of a widget could not be read.</summary>
    public const string Probe = "probe";
}
