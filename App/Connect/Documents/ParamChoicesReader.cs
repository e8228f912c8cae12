using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Connect.Documents;

/// <summary>Reads the options of a parameter as Workspace's page does.</summary>
internal static class ParamChoicesReader
{
    /// <exception cref="ConnectException">There is no endpoint, it cannot be read, or its answer is not a list of options.</exception>
    public static async Task<ParamOptionList> ReadAsync(
        RemoteFeedSource source, ParamDefinition param, JsObject query, CancellationToken cancellationToken)
    {
        var address = WidgetAddress.OfEndpoint(source.Access.Backend, param.OptionsEndpoint, query)
            ?? throw new ConnectException("the parameter has no optionsEndpoint that is an address") { Fault = ConnectFault.BadRequest };
        var answer = await source.Http.GetAsync(
            new BackendRequest(address, GuardedHttp.MaxOptionsBytes) { Access = source.Access, Origin = Origin.OfWorkspace },
            cancellationToken);
        return ParamOptionList.Read(JsonAnswer.Read(answer), out var problem)
            ?? throw new ConnectException($"{ConnectProblem.Name(answer.Address)}: {problem}") { Fault = ConnectFault.BadContent };
    }
}
