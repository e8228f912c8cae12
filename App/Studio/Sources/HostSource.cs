using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The host's own widgets, directly from its catalog and its quote book.</summary>
public sealed class HostSource : IWidgetSource
{
    private readonly WidgetCatalog _catalog;
    private readonly QuoteBook _book;

    public HostSource(WidgetCatalog catalog, QuoteBook book)
    {
        _catalog = catalog;
        _book = book;
        _catalog.Changed += OnChanged;
    }

    public event Action? Changed;

    public string Name => "This host";

    public string? Backend => null;

    public IReadOnlyList<WidgetDefinition> Widgets => _catalog.Current.Definitions;

    public IReadOnlyList<string> Problems =>
    [
        .. new[] { _catalog.Current.Widgets.Problem, _catalog.Current.Apps.Problem }
            .OfType<string>()
            .Select(static problem => $"{problem} The last good document is served until the file is mended."),
    ];

    public string? Warning => null;

    public string? Obstacle(WidgetDefinition widget) => PreviewObstacle.OfType(widget)
        ?? NotServed("endpoint", widget.Endpoint ?? "(none)", LocalWidgetFeed.Endpoint)
        ?? (string.IsNullOrEmpty(widget.WsEndpoint) ? null : NotServed("wsEndpoint", widget.WsEndpoint, LocalWidgetFeed.WsEndpoint));

    public WidgetCheck CheckOf(WidgetDefinition widget) => _catalog.Current.Widgets.Check?.CheckOf(widget) ?? WidgetCheck.Of(widget);

    public IWidgetFeed CreateFeed(WidgetDefinition widget) =>
        new LocalWidgetFeed(_book, isLive: !string.IsNullOrEmpty(widget.WsEndpoint));

    /// <summary>All widgets share the host's feed, except for the socket; changed parameters do not need a new feed.</summary>
    public object NeedsOf(WidgetDefinition widget) => (widget.Id, IsLive: !string.IsNullOrEmpty(widget.WsEndpoint));

    public string OptionsObstacle => "This host serves no lists of choices: type the value.";

    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken) =>
        throw new FeedException(OptionsObstacle);

    public ValueTask DisposeAsync()
    {
        _catalog.Changed -= OnChanged;
        return ValueTask.CompletedTask;
    }

    private static string? NotServed(string key, string given, string served) =>
        string.Equals(given.Split('?')[0].Trim('/'), served, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"This host does not serve the {key} {PreviewObstacle.Short(given)}; it serves {served}.";

    private void OnChanged() => Changed?.Invoke();
}
