using LiveGridStudio.App.Backend.Ingest;
using LiveGridStudio.App.Backend.Tables;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

internal static class BackendEndpoints
{
    /// <summary>Maps the OpenBB contract, the health routes and their description.</summary>
    public static void MapBackend(this WebApplication app)
    {
        app.UseWebSockets();
        var wire = app.MapGroup("").RequireCors(BackendServiceCollectionExtensions.CorsPolicy).WithTags("OpenBB contract");
        wire.MapGet(BackendRoutes.Widgets, DocumentHandlers.GetWidgets)
            .WithName("GetWidgets").WithSummary("The widget definitions that OpenBB Workspace reads: an object, widget id to definition.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
        wire.MapGet(BackendRoutes.Apps, DocumentHandlers.GetApps)
            .WithName("GetApps").WithSummary("The apps that OpenBB Workspace reads: a list.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
        string[] head = [HttpMethods.Head];
        wire.MapMethods(BackendRoutes.Widgets, head, DocumentHandlers.GetWidgets).ExcludeFromDescription();
        wire.MapMethods(BackendRoutes.Apps, head, DocumentHandlers.GetApps).ExcludeFromDescription();
        var served = app.Services.GetRequiredService<LiveTables>();
        if (served.All.Any(static query => query is QuoteBook))
        {
            wire.MapGet(BackendRoutes.Data, LiveGridDataHandler.Get)
                .WithName("GetLiveGridData").WithSummary("One row per symbol, in the order asked. Query: symbol, a comma list such as TSLA,AAPL.")
                .Produces<IReadOnlyList<LiveGridRowSchema>>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .AddOpenApiOperationTransformer(BackendOpenApi.DescribeSymbol);
            wire.MapMethods(BackendRoutes.Data, head, LiveGridDataHandler.Get).ExcludeFromDescription();
            wire.MapMethods(BackendRoutes.Socket, [HttpMethods.Get, HttpMethods.Connect], RowSocketHandler.Accept)
                .ExcludeFromDescription();
        }

        wire.MapTables(served);

        var tables = app.MapGroup("/api/tables").WithTags("Tables");
        tables.MapGet("", TableList.Get)
            .WithName("GetTables").WithSummary("The live tables of this host: shape, paths, source and its state, rows, readers.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
        tables.MapPost("{table}/rows", PushHandler.Post)
            .WithName("PushRows")
            .WithSummary("Writes rows: a JSON object, a list, or application/x-ndjson, which is read as it comes. Rows may be partial.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        tables.MapDelete("{table}/rows", PushHandler.Delete)
            .WithName("RemoveRow").WithSummary("Takes out the row that the key columns of the query name.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var health = app.MapGroup("").WithTags("Health");
        health.MapGet(BackendRoutes.Live, HealthHandlers.GetLive)
            .WithName("GetLive").WithSummary("200 while the process is up.");
        health.MapGet(BackendRoutes.Ready, HealthHandlers.GetReady)
            .WithName("GetReady").WithSummary("200 while ticks flow, else 503. Says too when a document is broken on disk and its last good version is served.")
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        app.MapOpenApi(BackendRoutes.OpenApi).RequireCors(BackendServiceCollectionExtensions.CorsPolicy);
    }
}
