using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Connect.Documents;

/// <summary>Another backend, read over HTTP as Workspace reads it.</summary>
/// <param name="http">How it is read; the caller disposes it.</param>
/// <param name="address">Its address, such as <c>http://127.0.0.1:8000</c>.</param>
public sealed class RemoteBackend(GuardedHttp http, Uri address)
{
    public Uri Address => address;

    /// <summary>A document such as <c>widgets.json</c>, not yet read as JSON.</summary>
    /// <exception cref="ConnectException">It cannot be fetched.</exception>
    public Task<FetchedDocument> GetDocumentAsync(string name, CancellationToken cancellationToken) =>
        http.GetAsync(WidgetAddress.OfDocument(address, name), GuardedHttp.MaxDocumentBytes, cancellationToken);

    /// <summary>The rows of a widget as its endpoint gives them, with the parameters' default values.</summary>
    /// <exception cref="ConnectException">There is no endpoint, it cannot be read, or its answer is not JSON.</exception>
    public async Task<JsValue> GetRowsAsync(WidgetDefinition widget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(widget);
        var rows = WidgetAddress.OfRows(address, widget)
            ?? throw new ConnectException("the widget has no endpoint that is an address");
        var answer = await http.GetAsync(rows, GuardedHttp.MaxRowsBytes, cancellationToken);
        return JsonAnswer.Read(answer);
    }
}
