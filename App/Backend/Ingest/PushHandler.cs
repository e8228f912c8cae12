using LiveGridStudio.App.Hosting;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary><c>POST</c> and <c>DELETE /api/tables/{table}/rows</c>: rows in and out.</summary>
internal static class PushHandler
{
    /// <summary>A body that is no stream is read whole, up to this.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    private const string Lines = "application/x-ndjson";

    public static async Task<IResult> Post(string table, HttpRequest request, LiveTables tables, IngestGate gate)
    {
        if (Refuse(table, request, tables, gate, out var target) is { } refusal)
        {
            return refusal;
        }

        var tally = new PushTally(target!);
        var aborted = request.HttpContext.RequestAborted;
        if (request.ContentType?.StartsWith(Lines, StringComparison.OrdinalIgnoreCase) == true)
        {
            Unlimit(request.HttpContext);
            await RowLines.ReadAsync(request.BodyReader, tally, aborted);
        }
        else
        {
            if (await BoundedBody.ReadAsync(request.Body, MaxBodyBytes, aborted, request.ContentLength) is not { } body)
            {
                return Problem(
                    StatusCodes.Status413PayloadTooLarge,
                    "Too large",
                    $"A body has {MaxBodyBytes / 1024 / 1024} MiB at most. Send more as {Lines}, which is read as it comes.");
            }

            if (!JsonText.TryParse(body, out var rows, out var error))
            {
                return Problem(StatusCodes.Status400BadRequest, "Not JSON", $"The body is not JSON: {error}");
            }

            WriteAll(rows, tally);
        }

        return Results.Text(
            JsonText.Stringify(tally.ToJson()),
            "application/json",
            statusCode: tally is { IsNothing: true, HasProblems: true } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    public static IResult Delete(string table, HttpRequest request, LiveTables tables, IngestGate gate)
    {
        if (Refuse(table, request, tables, gate, out var target) is { } refusal)
        {
            return refusal;
        }

        var missing = target!.Options.Key.Where(column => !request.Query.ContainsKey(column)).ToList();
        if (target.IsAppending || missing.Count > 0)
        {
            return Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Name the row",
                target.IsAppending
                    ? $"Rows of {target.Name} have no key, so none can be named."
                    : $"Name the row by its key: {string.Join("&", target.Options.Key.Select(static column => $"{column}=..."))}.");
        }

        var id = RowId.Join([.. target.Options.Key.Select(column => request.Query[column].ToString())]).Text;
        var removed = target.Remove(id) ? 1 : 0;
        return Results.Text(JsonText.Stringify(JsObject.Create(("removed", removed))), "application/json");
    }

    /// <summary>What tables there are: shape, paths, rows and readers.</summary>
    public static IResult List(LiveTables tables) => Results.Text(
        JsonText.Stringify(JsValue.FromList([.. tables.All.Select(static query => Describe(query))])), "application/json");

    private static JsValue Describe(ITableQuery query)
    {
        var table = query.Table;
        return JsObject.Create(
            ("name", table.Name),
            ("source", query is QuoteBook ? "simulated" : "push"),
            ("key", JsValue.FromList([.. table.Options.Key.Select(static column => (JsValue)column)])),
            ("endpoint", table.Endpoint),
            ("wsEndpoint", table.WsEndpoint),
            ("rows", table.Count),
            ("version", table.Version),
            ("readers", table.ReaderCount));
    }

    private static ProblemHttpResult? Refuse(string name, HttpRequest request, LiveTables tables, IngestGate gate, out LiveTable? target)
    {
        target = null;
        if (gate.Refuse(request) is { } reason)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(StatusCodes.Status401Unauthorized, "No valid key", reason);
        }

        if (tables.Find(name) is not { } query)
        {
            return Problem(
                StatusCodes.Status404NotFound, "No such table", $"The tables are {string.Join(", ", tables.All.Select(static table => table.Table.Name))}.");
        }

        if (query is QuoteBook)
        {
            return Problem(StatusCodes.Status409Conflict, "Not fed by push", $"The table {query.Table.Name} is fed by its own source, not by push.");
        }

        target = query.Table;
        return null;
    }

    private static void WriteAll(JsValue rows, PushTally tally)
    {
        if (!rows.IsList)
        {
            tally.Write(1, rows);
            return;
        }

        for (var i = 0; i < rows.List.Count; i++)
        {
            tally.Write(i + 1, rows.List[i]);
        }
    }

    /// <summary>A stream may go on for hours, with long pauses.</summary>
    private static void Unlimit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
