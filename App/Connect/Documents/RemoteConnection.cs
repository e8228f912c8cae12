using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Cors;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Documents;

/// <summary>
/// The state of another backend at the time of connecting. Holds no open resources; connect again to read the documents again. It contains
/// credentials that cannot be read from outside.
/// </summary>
public sealed class RemoteConnection
{
    private readonly RemoteFeedSource _source;

    internal RemoteConnection(RemoteFeedSource source) => _source = source;

    /// <value>The backend's address, without credentials.</value>
    public Uri Address => _source.Access.Backend;

    public required RemoteDocument Widgets { get; init; }

    /// <value>Null when there is no <c>apps.json</c> or it cannot be read; <see cref="Problems"/> then has the reason.</value>
    public RemoteDocument? Apps { get; init; }

    /// <value>The readable widgets in the document's order, including those that Workspace refuses.</value>
    public required IReadOnlyList<WidgetDefinition> Definitions { get; init; }

    /// <value>Problems that did not stop the connection, in plain words, one line each; empty when there are none.</value>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <value>An origin that <c>apps.json</c> redirects to and that must be allowed first; null for none.</value>
    public string? AsksFor { get; init; }

    /// <value>Decides which origins may be read, also by the feeds of this connection.</value>
    public OriginGate Gate => _source.Access.Gate;

    /// <value>Whether a browser would let Workspace read the answer. Only a warning: nothing here depends on it.</value>
    public required CorsVerdict Cors { get; init; }

    /// <summary>Creates a feed of one widget, with this backend's credentials. The caller disposes it.</summary>
    /// <param name="widget">One of <see cref="Definitions"/>, or an edited one.</param>
    public RemoteWidgetFeed CreateFeed(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return new RemoteWidgetFeed(_source, widget);
    }

    /// <summary>Reads the options from a parameter's <c>optionsEndpoint</c>, with this backend's credentials.</summary>
    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="query">Its <c>optionsParams</c>, with references replaced by values.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="ConnectException">There are no options; the message is one line in plain words.</exception>
    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(param);
        ArgumentNullException.ThrowIfNull(query);
        return ParamChoicesReader.ReadAsync(_source, param, query, cancellationToken);
    }
}

/// <summary>One document of another backend.</summary>
/// <param name="Address">The final address, after redirects and without credentials.</param>
/// <param name="Bytes">The exact bytes of the answer.</param>
/// <param name="Value">The parsed value.</param>
/// <param name="Check">The check of the document.</param>
public sealed record RemoteDocument(Uri Address, ReadOnlyMemory<byte> Bytes, JsValue Value, DocumentCheck Check);
