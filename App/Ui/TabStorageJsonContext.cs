using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Ui;

/// <summary>The texts that a page leaves for the next one, by name.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TabStorageJsonContext : JsonSerializerContext;
