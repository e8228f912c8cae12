using LiveGridStudio.Shared.Checking.Lint;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>One line of a report: something in a document and its place there.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">The lint's id, or the code that Workspace gives an issue.</param>
/// <param name="Path">Steps to the value in the document.</param>
/// <param name="Subject">The widget or app and the path in it; empty for the document itself.</param>
/// <param name="Message">In plain words.</param>
internal sealed record Finding(LintSeverity Severity, string Code, IReadOnlyList<string> Path, string Subject, string Message)
{
    /// <value>What to change; null when the message says all there is.</value>
    public string? Fix { get; init; }

    /// <value>Where it is in the text; set when the finding is located.</value>
    public TextPlace Place { get; init; }

    public string Sentence => (Subject.Length == 0 ? Message : $"{Subject}: {Message}") + (Fix is null ? "" : $" {Fix}");
}

/// <summary>A place in a text that an editor can jump to.</summary>
/// <param name="Source">The file as the user wrote it, or the address.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In letters, from 1.</param>
internal readonly record struct TextPlace(string Source, long Line, long Column)
{
    /// <summary><c>path/to/widgets.json(12,15)</c></summary>
    public override string ToString() => $"{Source}({Line},{Column})";
}
