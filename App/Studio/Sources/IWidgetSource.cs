using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>Where the widgets on the page come from: this host, another backend, or a pasted text.</summary>
public interface IWidgetSource : IAsyncDisposable
{
    /// <summary>The shown name: <c>This host</c>, <c>http://127.0.0.1:8000</c>.</summary>
    string Name { get; }

    /// <summary>The address of another backend; null for all other sources. Never with credentials.</summary>
    string? Backend { get; }

    /// <summary>
    /// Identifies the owner of the widgets, also after a reload, because drafts belong to it. The backend's address, or a text that is not
    /// an address.
    /// </summary>
    string DraftKey => Backend ?? "host";

    /// <summary>The widgets, in the order of the document.</summary>
    IReadOnlyList<WidgetDefinition> Widgets { get; }

    /// <summary>Problems of the documents as a whole, in plain words.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>A problem in Workspace although the preview works; null for none.</summary>
    string? Warning { get; }

    /// <value>Decides which origins it may read; null for a source that reads no address.</value>
    OriginGate? Gate => null;

    /// <summary>Raised on any thread when widgets or problems changed.</summary>
    event Action? Changed;

    /// <summary>Why the widget cannot be previewed; null when it can.</summary>
    string? Obstacle(WidgetDefinition widget);

    /// <summary>The check of one of <see cref="Widgets"/>.</summary>
    WidgetCheck CheckOf(WidgetDefinition widget) => WidgetCheck.Of(widget);

    /// <summary>Creates a feed of the widget's rows; the caller disposes it.</summary>
    /// <param name="widget">A widget for which <see cref="Obstacle"/> is null.</param>
    IWidgetFeed CreateFeed(WidgetDefinition widget);

    /// <summary>The parts of the definition that a feed uses: while two definitions are equal in them, the feed can stay.</summary>
    object NeedsOf(WidgetDefinition widget) => FeedKey.Of(widget);

    /// <summary>Values with which the studio opens a widget in the place of its own defaults, by parameter name; empty for none.</summary>
    IReadOnlyDictionary<string, string> OpeningOf(WidgetDefinition widget) => NoValues;

    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>();

    /// <summary>Why options of parameters cannot be fetched, in a sentence; null when they can.</summary>
    string? OptionsObstacle { get; }

    /// <summary>Fetches the options from a parameter's <c>optionsEndpoint</c>.</summary>
    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="query">Its <c>optionsParams</c>, with references replaced by values.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="FeedException">There are no options; the message says why in plain words.</exception>
    Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken);
}

/// <summary>The parts of a definition that a feed of another backend uses: while they are equal, the feed can stay.</summary>
internal sealed record FeedKey(
    string Id, string Type, string? Endpoint, string? WsEndpoint, string? DataKey, bool HasRowIds, JsValue Params)
{
    public static FeedKey Of(WidgetDefinition widget) => new(
        widget.Id, widget.Type, widget.Endpoint, widget.WsEndpoint, widget.DataKey, widget.HasRowIds, widget.Raw["params"]);
}
