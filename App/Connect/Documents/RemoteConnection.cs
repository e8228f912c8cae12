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
/// Another backend as it was when it was connected to. Holds nothing open; connect again to see its documents anew. Credentials
/// are inside and cannot be got out.
/// </summary>
public sealed class RemoteConnection
{
    private readonly RemoteFeedSource _source;

    internal RemoteConnection(RemoteFeedSource source) => _source = source;

    /// <value>The backend's address, without credentials.</value>
    public Uri Address => _source.Access.Backend;

    public required RemoteDocument Widgets { get; init; }

    /// <value>Null when there is none, or none that can be read: then <see cref="Problems"/> has the reason.</value>
    public RemoteDocument? Apps { get; init; }

    /// <value>The widgets in the document's order, as far as they can be read; broken ones included.</value>
    public required IReadOnlyList<WidgetDefinition> Definitions { get; init; }

    /// <value>What did not stop the connection but is wrong, in plain words, one line each; empty when all is well.</value>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <value>An origin that <c>apps.json</c> redirects to and that has to be allowed first; null for none.</value>
    public string? AsksFor { get; init; }

    /// <value>Which origins may be read, by its feeds too.</value>
    public OriginGate Gate => _source.Access.Gate;

    /// <value>What Workspace's browser would say. A warning: nothing here depends on it.</value>
    public required CorsVerdict Cors { get; init; }

    /// <summary>A feed of one widget, with this backend's credentials. The caller disposes it.</summary>
    /// <param name="widget">One of <see cref="Definitions"/>, or an edited one.</param>
    public RemoteWidgetFeed CreateFeed(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return new RemoteWidgetFeed(_source, widget);
    }

    /// <summary>What a parameter's <c>optionsEndpoint</c> offers, with this backend's credentials.</summary>
    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="query">Its <c>optionsParams</c> with the values that they refer to.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ConnectException">There are no choices; the message is one line in plain words.</exception>
    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(param);
        ArgumentNullException.ThrowIfNull(query);
        return ParamChoicesReader.ReadAsync(_source, param, query, cancellationToken);
    }
}

/// <summary>One document of another backend.</summary>
/// <param name="Address">Where it came from, after redirects and without credentials.</param>
/// <param name="Bytes">Exactly what was answered.</param>
/// <param name="Value">The same as a value.</param>
/// <param name="Check">What is wrong with it.</param>
public sealed record RemoteDocument(Uri Address, ReadOnlyMemory<byte> Bytes, JsValue Value, DocumentCheck Check);
