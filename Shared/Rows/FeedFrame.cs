using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>What one WebSocket frame said.</summary>
/// <param name="Value">The JSON value; undefined when the frame was not JSON.</param>
/// <param name="IsReadable">False when the frame was not JSON.</param>
public readonly record struct FeedFrame(JsValue Value, bool IsReadable = true);
