using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary><c>GET /api/tables</c>: what tables there are, and how they are.</summary>
internal static class TableList
{
    public static IResult Get(LiveTables tables) => Results.Text(
        JsonText.Stringify(JsValue.FromList([.. tables.All.Select(static query => Describe(query.Table))])), "application/json");

    /// <remarks>Neither the reason of a state nor the last problem is said here: they may quote the address of another server.</remarks>
    private static JsValue Describe(LiveTable table) => JsObject.Create(
        ("name", table.Name),
        ("source", table.Source.Type),
        ("state", table.Source.Status.State.Name()),
        ("key", JsValue.FromList([.. table.Options.Key.Select(static column => (JsValue)column)])),
        ("endpoint", table.Endpoint),
        ("wsEndpoint", table.WsEndpoint),
        ("rows", table.Count),
        ("version", table.Version),
        ("readers", table.ReaderCount));
}
