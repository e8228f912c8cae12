using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>Where the widgets on the page come from: this host, another backend, or a pasted text.</summary>
public interface IWidgetSource : IAsyncDisposable
{
    /// <summary>For people: <c>This host</c>, <c>http://127.0.0.1:8000</c>.</summary>
    string Name { get; }

    /// <summary>The address of another backend; null for all other sources. Never with credentials.</summary>
    string? Backend { get; }

    /// <summary>
    /// Tells whose widgets these are, over a reload too: drafts of widgets belong to it. The backend's address, or what no address is.
    /// </summary>
    string DraftKey => Backend ?? "host";

    /// <summary>The widgets, in the order of the document.</summary>
    IReadOnlyList<WidgetDefinition> Widgets { get; }

    /// <summary>What is wrong with the documents as a whole, in plain words.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>What Workspace would stumble over although the preview works; null for nothing.</summary>
    string? Warning { get; }

    /// <value>Which origins the reader lets it read; null for a source that reads no address.</value>
    OriginGate? Gate => null;

    /// <summary>Raised on any thread when widgets or problems changed.</summary>
    event Action? Changed;

    /// <summary>Why the widget cannot be previewed; null when it can.</summary>
    string? Obstacle(WidgetDefinition widget);

    /// <summary>What there is to say about one of <see cref="Widgets"/>.</summary>
    WidgetCheck CheckOf(WidgetDefinition widget) => WidgetCheck.Of(widget);

    /// <summary>A feed of the widget's rows; the caller disposes it.</summary>
    /// <param name="widget">A widget for which <see cref="Obstacle"/> is null.</param>
    IWidgetFeed CreateFeed(WidgetDefinition widget);

    /// <summary>What a feed reads of the definition: while it equals that of another definition, the feed can stay.</summary>
    object NeedsOf(WidgetDefinition widget) => FeedKey.Of(widget);

    /// <summary>Why choices of parameters cannot be fetched, in a sentence; null when they can.</summary>
    string? OptionsObstacle { get; }

    /// <summary>What a parameter's <c>optionsEndpoint</c> offers.</summary>
    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="query">Its <c>optionsParams</c> with the values that they refer to.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="FeedException">There are no choices; the message says why in plain words.</exception>
    Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken);
}

/// <summary>What a feed of another backend reads of a definition: while it is the same, the feed can stay.</summary>
internal sealed record FeedKey(
    string Id, string Type, string? Endpoint, string? WsEndpoint, string? DataKey, bool HasRowIds, JsValue Params)
{
    public static FeedKey Of(WidgetDefinition widget) => new(
        widget.Id, widget.Type, widget.Endpoint, widget.WsEndpoint, widget.DataKey, widget.HasRowIds, widget.Raw["params"]);
}
