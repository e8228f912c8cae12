using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Local;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Workspace;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The host's own widgets, straight from its catalog and its live tables.</summary>
public sealed class HostSource : IWidgetSource
{
    private const int MostNamed = 5;

    /// <summary>The most choices with which a widget opens.</summary>
    private const int MostOpened = 20;

    private readonly WidgetCatalog _catalog;
    private readonly LiveTables _tables;
    private readonly TimeProvider _timeProvider;
    private readonly bool _opensWithAll;

    /// <param name="catalog">The host's documents.</param>
    /// <param name="tables">The host's tables.</param>
    /// <param name="timeProvider">The clock of feeds.</param>
    /// <param name="options">The studio's settings; null for a source that opens widgets as they are.</param>
    public HostSource(WidgetCatalog catalog, LiveTables tables, TimeProvider timeProvider, IOptions<StudioOptions>? options = null)
    {
        _opensWithAll = options?.Value.OpensWithAll == true;
        _catalog = catalog;
        (_tables, _timeProvider) = (tables, timeProvider);
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
        ?? (_tables.ByEndpoint(widget.Endpoint) is null ? NotServed("endpoint", widget.Endpoint, static table => table.Endpoint) : null)
        ?? (string.IsNullOrEmpty(widget.WsEndpoint) || _tables.ByWsEndpoint(widget.WsEndpoint) is not null
            ? null
            : NotServed("wsEndpoint", widget.WsEndpoint, static table => table.WsEndpoint));

    public WidgetCheck CheckOf(WidgetDefinition widget) => _catalog.Current.Widgets.Check?.CheckOf(widget) ?? WidgetCheck.Of(widget);

    public IWidgetFeed CreateFeed(WidgetDefinition widget) =>
        new LocalWidgetFeed(_tables.ByEndpoint(widget.Endpoint)!, _timeProvider, isLive: !string.IsNullOrEmpty(widget.WsEndpoint));

    /// <summary>A table's feed is one and the same, but for its socket; parameters are asked for as they change.</summary>
    public object NeedsOf(WidgetDefinition widget) =>
        (widget.Id, Table: _tables.ByEndpoint(widget.Endpoint)?.Table.Name, IsLive: !string.IsNullOrEmpty(widget.WsEndpoint));

    /// <summary>
    /// All choices of a parameter that takes several: a grid of one row shows little. A default that an edit has changed counts.
    /// </summary>
    public IReadOnlyDictionary<string, string> OpeningOf(WidgetDefinition widget)
    {
        var served = _opensWithAll ? Widgets.FirstOrDefault(other => other.Id == widget.Id) : null;
        return (served?.Params ?? [])
            .Where(param => param is { MultiSelect: true, IsShown: true, ParamName.Length: > 0, Options.Count: > 1 and <= MostOpened }
                && widget.Params.Any(other => other.ParamName == param.ParamName && other.Value == param.Value))
            .DistinctBy(static param => param.ParamName)
            .ToDictionary(static param => param.ParamName!, static param => string.Join(',', param.Options.Select(static option => ParamText.Of(option.Value))));
    }

    public string OptionsObstacle => "This host serves no lists of choices: type the value.";

    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken) =>
        throw new FeedException(OptionsObstacle);

    public ValueTask DisposeAsync()
    {
        _catalog.Changed -= OnChanged;
        return ValueTask.CompletedTask;
    }

    private string NotServed(string key, string? given, Func<LiveTable, string> served)
    {
        var paths = _tables.All.Select(table => served(table.Table)).ToList();
        var known = string.Join(", ", paths.Take(MostNamed)) + (paths.Count > MostNamed ? " and others" : "");
        return $"This host does not serve the {key} {PreviewObstacle.Short(given ?? "(none)")}; it serves {known}.";
    }

    private void OnChanged() => Changed?.Invoke();
}
