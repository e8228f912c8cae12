using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>One tab of an app: <c>{"id": "main", "name": "Main", "layout": []}</c>.</summary>
public sealed record AppTab
{
    public JsValue Raw { get; init; }

    /// <value>The key of the tab in <c>tabs</c>.</value>
    public required string Key { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<AppLayoutItem> Layout { get; init; } = [];

    public static AppTab Read(string key, JsValue raw) => new()
    {
        Raw = raw,
        Key = key,
        Id = raw.TextAt("id"),
        Name = raw.TextAt("name"),
        Layout = raw.ObjectsAt("layout", AppLayoutItem.Read),
    };
}
