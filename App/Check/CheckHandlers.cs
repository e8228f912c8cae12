using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>Answers the same bytes to the same request.</summary>
internal static class CheckHandlers
{
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Validate(HttpRequest request)
    {
        var asked = request.Query["kind"];
        if (!DocumentKinds.TryRead(asked.Count == 0 ? DocumentKinds.Widgets : asked.ToString(), out var kind))
        {
            return CheckProblems.Bad($"kind must be {DocumentKinds.Widgets} or {DocumentKinds.Apps}.");
        }

        var (document, problem) = await CheckBody.ReadAsync(request);
        return problem is null ? Json(CheckJson.OfReport(DocumentReport.Of(kind, document))) : problem;
    }

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Preview(HttpRequest request)
    {
        var (asked, problem) = await CheckBody.ReadAsync(request);
        if (problem is not null)
        {
            return problem;
        }

        var result = PreviewCheck.Run(asked);
        return result.IsOk ? Json(result.Answer) : CheckProblems.Bad(result.Error);
    }

    private static ContentHttpResult Json(JsValue answer) => TypedResults.Text(JsJson.Stringify(answer), "application/json");
}
