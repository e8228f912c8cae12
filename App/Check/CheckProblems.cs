using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>The answers to requests that cannot be checked.</summary>
internal static class CheckProblems
{
    public static ProblemHttpResult NotJson(JsParseError error) => TypedResults.Problem(
        $"The body is not JSON: {error}",
        statusCode: StatusCodes.Status400BadRequest,
        title: "Not JSON",
        extensions: new Dictionary<string, object?> { ["line"] = error.Line, ["column"] = error.Column });

    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Bad request");

    public static ProblemHttpResult TooLarge() =>
        TooLarge($"The body is larger than the {CheckBody.MaxBytes} bytes (5 MiB) that are checked.");

    /// <param name="detail">Names the limit and what was counted.</param>
    public static ProblemHttpResult TooLarge(string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");

    public static ProblemHttpResult AnswerTooLarge() =>
        TooLarge($"The answer would be larger than {CheckLimits.MaxAnswerBytes} bytes (16 MiB). Ask with fewer rows or columns, or shorter texts.");

    public static ProblemHttpResult TooSlow() => TypedResults.Problem(
        $"The body was not there within {CheckLimits.ReadTimeout.TotalSeconds:0} s.",
        statusCode: StatusCodes.Status408RequestTimeout,
        title: "Too slow");

    public static ProblemHttpResult Busy() => TypedResults.Problem(
        $"{CheckLimits.Places + CheckLimits.Waiting} checks run or wait already. Try again in {CheckLimits.RetryAfter.TotalSeconds:0} s.",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "Busy");
}
