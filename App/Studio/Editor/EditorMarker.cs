using System.Text.Json.Serialization;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>A finding as a marker of Monaco.</summary>
internal sealed record EditorMarker(
    string Message, string Code, string Severity, int StartLineNumber, int StartColumn, int EndLineNumber, int EndColumn)
{
    public static EditorMarker Of(Finding finding) => new(
        finding.Fix is null ? finding.Message : $"{finding.Message}\n{finding.Fix}",
        finding.Rule,
        finding.Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "info",
        },
        finding.Span.Line,
        finding.Span.Column,
        finding.Span.EndLine,
        finding.Span.EndColumn);
}

/// <summary>JSON of the messages to the editor's script.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EditorMarker[]))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
