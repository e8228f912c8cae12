using System.Text.Json.Serialization;
using LiveGridStudio.App.Studio.Definition;

namespace LiveGridStudio.App.Studio;

/// <summary>What a page leaves for the next one.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(KeptDraft))]
internal sealed partial class PageStoreJsonContext : JsonSerializerContext;
