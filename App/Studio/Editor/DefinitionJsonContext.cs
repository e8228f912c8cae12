using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>What the editor's script is told.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EditorMarker[]))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
