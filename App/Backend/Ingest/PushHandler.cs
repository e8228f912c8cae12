using System.Globalization;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
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

    public static async Task<IResult> Post(string table, HttpRequest request, LiveTables tables, ITableStore store, IngestGate gate)
    {
        if (Refuse(table, request, tables, gate, out var target) is { } refusal)
        {
            return refusal;
        }

        var tally = new PushTally(store.WriterOf(target!), request.HttpContext.RequestAborted);
        try
        {
            return await ReadAsync(request, tally) ?? Answer(tally);
        }
        catch (TableUnavailableException exception)
        {
            return Unavailable(request, exception, tally);
        }
    }

    /// <returns>Why the body was not read; null once its rows are written.</returns>
    private static async Task<IResult?> ReadAsync(HttpRequest request, PushTally tally)
    {
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

            await WriteAllAsync(rows, tally);
        }

        return null;
    }

    private static IResult Answer(PushTally tally) => Results.Text(
        JsonText.Stringify(tally.ToJson()),
        "application/json",
        statusCode: tally is { IsNothing: true, HasProblems: true } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    /// <summary>Says which rows were written before the place of the table stopped to answer.</summary>
    private static IResult Unavailable(HttpRequest request, TableUnavailableException exception, PushTally? tally)
    {
        request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(exception.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var counts = tally?.ToJson().Where(static member => member.Key != "problems").ToDictionary(
            static member => member.Key, static member => (object?)member.Value.Number);
        return Results.Problem(
            exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Rows cannot be written now", extensions: counts);
    }

    public static async Task<IResult> Delete(string table, HttpRequest request, LiveTables tables, ITableStore store, IngestGate gate)
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

        List<string> key = [.. target.Options.Key.Select(column => request.Query[column].ToString())];
        try
        {
            var removed = await store.WriterOf(target).RemoveAsync(key, request.HttpContext.RequestAborted) ? 1 : 0;
            return Results.Text(JsonText.Stringify(JsObject.Create(("removed", removed))), "application/json");
        }
        catch (TableUnavailableException exception)
        {
            return Unavailable(request, exception, tally: null);
        }
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

        if (query.Table.Source.Type != PushSource.Name)
        {
            return Problem(StatusCodes.Status409Conflict, "Not fed by push", $"The table {query.Table.Name} is fed by its own source ({query.Table.Source.Type}), not by push.");
        }

        target = query.Table;
        return null;
    }

    private static async Task WriteAllAsync(JsValue rows, PushTally tally)
    {
        IReadOnlyList<JsValue> all = rows.IsList ? rows.List : [rows];
        for (var i = 0; i < all.Count; i++)
        {
            await tally.AddMeasuredAsync(i + 1, all[i]);
        }

        await tally.FlushAsync();
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
