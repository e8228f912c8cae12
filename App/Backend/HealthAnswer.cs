using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Backend;

/// <summary><c>{"status":"ticks flow","degraded":["widgets.json is broken on disk; its last good version is served."]}</c></summary>
/// <param name="Status">What decides between 200 and 503.</param>
/// <param name="Degraded">What is wrong although the host serves everything; absent when nothing is.</param>
public sealed record HealthAnswer(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Degraded = null);
