using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Backend;

/// <summary>The routes of the backend.</summary>
internal static class BackendRoutes
{
    public const string Widgets = "/widgets.json";
    public const string Apps = "/apps.json";
    public const string Data = "/" + LocalWidgetFeed.Endpoint;
    public const string Socket = "/" + LocalWidgetFeed.WsEndpoint;
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";
    public const string OpenApi = "/openapi.json";
}
