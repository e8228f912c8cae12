using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>
/// The first line of a recording, a <c>state</c>: <c>{"recording":1,"widgetId":"prices","backend":"http://127.0.0.1:8000","startedAt":"2026-06-01T12:00:00Z","widget":{...}}</c>.
/// </summary>
/// <param name="Widget">The definition.</param>
/// <param name="Backend">The address without credentials; null for this host.</param>
/// <param name="StartedAt">When the recording began; null when it does not say.</param>
public sealed record RecordingHeader(WidgetDefinition Widget, string? Backend, DateTimeOffset? StartedAt)
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>Reads the first entry of a recording.</summary>
    /// <returns>Null when it is no header.</returns>
    public static RecordingHeader? Read(RecordingEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var content = entry.Content;
        return entry.Kind == RecordingKind.State && content["recording"].Number == Version && content["widget"].IsObject && content["widgetId"].Text is { } id
            ? new RecordingHeader(
                WidgetDefinition.Read(id, content["widget"]),
                content["backend"].Text,
                DateTimeOffset.TryParse(content["startedAt"].Text, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null)
            : null;
    }

    public RecordingEntry ToEntry() => new(TimeSpan.Zero, RecordingKind.State, JsObject.Create(
        ("recording", Version),
        ("widgetId", Widget.Id),
        ("backend", Backend is null ? JsValue.Null : Backend),
        ("startedAt", StartedAt is { } at ? at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : JsValue.Null),
        ("widget", Widget.Raw)));
}
