using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend.Tables;

/// <summary>The routes of the tables from the settings: rows and socket of each.</summary>
internal static class TableEndpoints
{
    /// <param name="wire">The group of the contract, with its CORS policy.</param>
    /// <param name="tables">All tables of the host; the quotes have routes of their own.</param>
    public static void MapTables(this RouteGroupBuilder wire, LiveTables tables)
    {
        string[] head = [HttpMethods.Head];
        foreach (var query in tables.All.Where(static query => query is not QuoteBook))
        {
            var table = query.Table;
            wire.MapGet(table.Endpoint, (HttpRequest request) => TableDataHandler.Get(request, query))
                .WithName($"GetTable_{table.Name}")
                .WithSummary($"Rows of the live table {table.Name}, in the order in which they came. A parameter selects by a column.")
                .Produces(StatusCodes.Status200OK, contentType: "application/json")
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
            wire.MapMethods(table.Endpoint, head, (HttpRequest request) => TableDataHandler.Get(request, query)).ExcludeFromDescription();
            wire.MapMethods(
                table.WsEndpoint,
                [HttpMethods.Get, HttpMethods.Connect],
                (HttpContext context, OriginPolicy origins, RowSocketFactory sockets, IHostApplicationLifetime lifetime, ILogger<RowSocket> logger) =>
                    RowSocketHandler.AcceptAsync(context, new TableSubscriber(query), origins, sockets, lifetime, logger)).ExcludeFromDescription();
        }
    }
}
