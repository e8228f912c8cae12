using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.App.Backend;

/// <summary>The routes of the backend.</summary>
internal static class BackendRoutes
{
    public const string Widgets = "/widgets.json";
    public const string Apps = "/apps.json";
    public const string Data = "/" + QuoteBook.Endpoint;
    public const string Socket = "/" + QuoteBook.WsEndpoint;
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";
    public const string OpenApi = "/openapi.json";
}
