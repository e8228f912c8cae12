using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Cors;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>Reads the rows of one widget as Workspace's page does.</summary>
internal sealed class RemoteRows(GuardedHttp http, BackendAccess access, WidgetDefinition widget)
{
    private volatile CorsVerdict? _cors;

    /// <value>Whether a browser would let Workspace read the rows; null before the first answer.</value>
    public CorsVerdict? Cors => _cors;

    /// <exception cref="ConnectException">There is no endpoint, it cannot be read, or its answer is not JSON.</exception>
    public async Task<JsValue> ReadAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        var address = WidgetAddress.OfRows(access.Backend, widget, parameters)
            ?? throw new ConnectException("the widget has no endpoint that is an address") { Fault = ConnectFault.BadRequest };
        var answer = await http.GetAsync(
            new BackendRequest(address, GuardedHttp.MaxRowsBytes) { Access = access, Origin = Origin.OfWorkspace },
            cancellationToken);
        var rows = WidgetRows.In(JsonAnswer.Read(answer), widget);
        _cors = CorsCheck.Judge(answer, null, access);
        return rows;
    }
}
