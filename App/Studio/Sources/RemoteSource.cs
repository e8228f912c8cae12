using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The widgets of another backend at the time of connecting.</summary>
internal sealed class RemoteSource(RemoteConnection connection) : IWidgetSource
{
    /// <summary>Never raised: reading the backend again gives a new source.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public string Name => Backend;

    public string Backend => connection.Address.AbsoluteUri.TrimEnd('/');

    public IReadOnlyList<WidgetDefinition> Widgets => connection.Definitions;

    public IReadOnlyList<string> Problems => connection.Problems;

    public OriginGate Gate => connection.Gate;

    public string? Warning => connection.Cors.Problem;

    public string? Obstacle(WidgetDefinition widget) => PreviewObstacle.OfType(widget)
        ?? (string.IsNullOrEmpty(widget.Endpoint) ? "The widget has no endpoint to read its rows from." : null);

    public WidgetCheck CheckOf(WidgetDefinition widget) => connection.Widgets.Check.CheckOf(widget);

    public IWidgetFeed CreateFeed(WidgetDefinition widget) => connection.CreateFeed(widget);

    public string? OptionsObstacle => null;

    public async Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.GetOptionsAsync(param, query, cancellationToken);
        }
        catch (ConnectException exception)
        {
            throw new FeedException(exception.Message, exception) { AsksFor = (exception as ConsentNeededException)?.Origin };
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
