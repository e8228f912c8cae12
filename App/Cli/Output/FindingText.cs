using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>One line of a report: a finding, and the name of the text that contains its place.</summary>
/// <param name="Source">The file as the user wrote it, or the address.</param>
/// <param name="Finding">The finding, located.</param>
internal readonly record struct FindingText(string Source, Finding Finding)
{
    public TextPlace Place => new(Source, Finding.Span);

    /// <summary><c>prices data.table: what is wrong. What to change.</c></summary>
    public string Sentence
    {
        get
        {
            var subject = string.Join(' ', new[] { Finding.WidgetId ?? Finding.Template, Finding.Path }.Where(static part => !string.IsNullOrEmpty(part)));
            return (subject.Length == 0 ? Finding.Message : $"{subject}: {Finding.Message}") + (Finding.Fix is null ? "" : $" {Finding.Fix}");
        }
    }
}

/// <summary>A place in a text that an editor can jump to.</summary>
/// <param name="Source">The file as the user wrote it, or the address.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1.</param>
internal readonly record struct TextPlace(string Source, long Line, long Column)
{
    public TextPlace(string source, JsonTextSpan span)
        : this(source, span.Line, span.Column)
    {
    }

    /// <summary><c>path/to/widgets.json(12,15)</c></summary>
    public override string ToString() => $"{Source}({Line},{Column})";
}
