using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>What a feed of another backend reads of a definition: while it is the same, the feed can stay.</summary>
internal sealed record FeedKey(
    string Id, string Type, string? Endpoint, string? WsEndpoint, string? DataKey, bool HasRowIds, JsValue Params)
{
    public static FeedKey Of(WidgetDefinition widget) => new(
        widget.Id, widget.Type, widget.Endpoint, widget.WsEndpoint, widget.DataKey, widget.HasRowIds, widget.Raw["params"]);
}
