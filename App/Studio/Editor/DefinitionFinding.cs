using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>One thing to know about a definition, and its place in the text.</summary>
public sealed record DefinitionFinding
{
    public required FindingKind Kind { get; init; }

    /// <summary>The lint's id, the code of a refusal, <c>not_json</c> or <c>unrecognized_key</c>.</summary>
    public required string Rule { get; init; }

    public required LintSeverity Severity { get; init; }

    /// <summary>Dot-joined, inside the widget; empty for the widget itself.</summary>
    public required string Path { get; init; }

    /// <summary>The place in the text; where a key is missing, that of what should have it.</summary>
    public required JsonTextSpan Span { get; init; }

    public required string Message { get; init; }

    /// <summary>What to change, in one sentence; null when the message says it all.</summary>
    public string? Fix { get; init; }

    /// <summary>Whether <see cref="DefinitionDraft.Apply"/> can make the change.</summary>
    public bool CanFix => Repair is not null;

    internal Func<JsValue, JsValue>? Repair { get; init; }

    /// <summary>Whether it is the same finding, perhaps at another place of an edited text.</summary>
    internal bool IsSame(DefinitionFinding other) =>
        Kind == other.Kind && Rule == other.Rule && Path == other.Path && Message == other.Message;
}

/// <summary>Where a finding comes from.</summary>
public enum FindingKind
{
    /// <summary>The text cannot be read at all.</summary>
    NotJson,

    /// <summary>Workspace does not take it.</summary>
    Refused,

    /// <summary>Workspace warns of the key and passes over it.</summary>
    UnrecognizedKey,

    /// <summary>Workspace takes it and shows something else than was meant.</summary>
    Lint,

    /// <summary>The same, seen in the rows or messages.</summary>
    FeedLint,
}
