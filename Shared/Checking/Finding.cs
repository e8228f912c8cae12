using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Checking;

/// <summary>One problem of a document, its rows or its messages: what is wrong, where, and what to change.</summary>
public sealed record Finding
{
    /// <value>The check that found it. Default: a lint of the definition.</value>
    public FindingKind Kind { get; init; } = FindingKind.Lint;

    /// <summary>
    /// The lint's id (<c>LG001</c>; see <c>docs/lints.md</c>, ids are never reused), the code that Workspace gives a refusal
    /// (<c>invalid_type</c>), or one of <see cref="FindingRule"/>.
    /// </summary>
    public required string Rule { get; init; }

    public required FindingSeverity Severity { get; init; }

    /// <summary>The key of the widget in <c>widgets.json</c>; null for an app and for the whole document.</summary>
    public string? WidgetId { get; init; }

    /// <summary>The index of the app in <c>apps.json</c>, from 0; null for a widget.</summary>
    public int? Index { get; init; }

    /// <summary>The name of the app; null for a widget.</summary>
    public string? Template { get; init; }

    /// <summary>
    /// The keys and indexes inside the widget or app, joined with dots; empty for the widget or app itself. Indexes of <c>params</c> count
    /// the flattened list. For a missing key it is the path where the key belongs.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Plain text that names the field and the consequence.</summary>
    public required string Message { get; init; }

    /// <summary>One sentence: what to change; null when the message says it all.</summary>
    public string? Fix { get; init; }

    /// <summary>Why each option refused the value, when several options are allowed; else empty.</summary>
    public IReadOnlyList<ValidationAlternative> Alternatives { get; init; } = [];

    /// <summary>The place in the text, once it is located. For a missing key: the place of the object that should have it.</summary>
    public JsonTextSpan Span { get; init; } = JsonTextSpan.Start;

    /// <summary>
    /// Applies the fix: takes the widget's definition and returns it without this finding and otherwise unchanged. Null when the author has
    /// to decide. Valid only for the definition that was checked.
    /// </summary>
    public Func<JsValue, JsValue>? Repair { get; init; }

    public bool CanFix => Repair is not null;

    /// <summary>Whether both are the same finding, even if its place in the text has moved.</summary>
    public bool IsSame(Finding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Rule == other.Rule && Path == other.Path && Message == other.Message;
    }
}

/// <summary>The check that found a problem.</summary>
public enum FindingKind
{
    /// <summary>The JSON reader: the text is not JSON.</summary>
    NotJson,

    /// <summary>The schema: Workspace refuses it.</summary>
    Refused,

    /// <summary>Workspace warns about the key and ignores it.</summary>
    UnrecognizedKey,

    /// <summary>A lint of the definition: Workspace accepts it but does not show what the author means.</summary>
    Lint,

    /// <summary>A lint of the rows or messages.</summary>
    FeedLint,

    /// <summary>The network: something could not be read.</summary>
    Network,
}

/// <summary>Rule names of findings that have neither a lint id nor a code of Workspace.</summary>
public static class FindingRule
{
    public const string NotJson = "not_json";
    public const string UnrecognizedKey = "unrecognized_key";

    /// <summary>The document is a list or a single widget instead of a map of widgets.</summary>
    public const string Shape = "shape";

    /// <summary>Workspace's own check throws, in a way that no lint explains.</summary>
    public const string Exception = "exception";

    /// <summary>The endpoint gives no rows.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>The socket is not open.</summary>
    public const string Socket = "socket";

    /// <summary>A browser would not let Workspace read the answers.</summary>
    public const string Cors = "cors";
}
