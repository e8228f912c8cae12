using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend.Tables;

/// <summary>Answers <c>GET /{Endpoint}</c> with the rows that the parameters select, as they were serialised when they changed.</summary>
internal static class TableDataHandler
{
    private static readonly byte[] Open = "["u8.ToArray();
    private static readonly byte[] Comma = ","u8.ToArray();
    private static readonly byte[] Close = "]"u8.ToArray();

    public static Results<PushStreamHttpResult, ProblemHttpResult> Get(HttpRequest request, ITableQuery query)
    {
        var parameters = JsObject.Create(request.Query.Select(static pair => KeyValuePair.Create(
            pair.Key, JsValue.FromList([.. pair.Value.Select(static text => (JsValue)(text ?? ""))]))));
        var selection = query.Select(parameters, out var problem);
        return selection is null
            ? TypedResults.Problem(problem, statusCode: StatusCodes.Status422UnprocessableEntity, title: "A parameter is missing")
            : TypedResults.Stream(stream => WriteAsync(stream, query.Table.Snapshot(selection), request.HttpContext.RequestAborted), "application/json");
    }

    private static async Task WriteAsync(Stream stream, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Open, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                await stream.WriteAsync(Comma, cancellationToken);
            }

            await stream.WriteAsync(rows[i].Utf8, cancellationToken);
        }

        await stream.WriteAsync(Close, cancellationToken);
    }
}
