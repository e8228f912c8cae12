using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Answers <c>GET /live_grid_data?symbol=TSLA,AAPL</c> with one row per symbol, in the order requested.</summary>
internal static class LiveGridDataHandler
{
    public static Results<ContentHttpResult, ProblemHttpResult> Get(HttpRequest request, QuoteBook book)
    {
        var query = QuoteQuery.Resolve(book, request.Query["symbol"]);
        if (query.Problem is null)
        {
            return TypedResults.Text(JsonText.Stringify(query.ToPayload()), "application/json");
        }

        return query.IsMissing
            ? TypedResults.Problem(query.Problem, statusCode: StatusCodes.Status422UnprocessableEntity, title: "symbol is missing")
            : TypedResults.Problem(query.Problem, statusCode: StatusCodes.Status404NotFound, title: "Unknown symbol");
    }
}
