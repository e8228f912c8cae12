using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>What a request gets that cannot be checked.</summary>
internal static class CheckProblems
{
    public static ProblemHttpResult NotJson(JsParseError error) => TypedResults.Problem(
        $"The body is not JSON: {error}",
        statusCode: StatusCodes.Status400BadRequest,
        title: "Not JSON",
        extensions: new Dictionary<string, object?> { ["line"] = error.Line, ["column"] = error.Column });

    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Bad request");

    public static ProblemHttpResult TooLarge() => TypedResults.Problem(
        $"The body is larger than the {CheckBody.MaxBytes} bytes (5 MiB) that are checked.",
        statusCode: StatusCodes.Status413PayloadTooLarge,
        title: "Too large");
}
