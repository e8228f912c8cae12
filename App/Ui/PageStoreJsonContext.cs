using System.Text.Json.Serialization;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.App.Ui;

/// <summary>What a page leaves for the next one.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(KeptDraft))]
[JsonSerializable(typeof(KnownBackend[]))]
internal sealed partial class PageStoreJsonContext : JsonSerializerContext;
