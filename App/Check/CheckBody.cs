using LiveGridStudio.App.Hosting;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>The body of a request: JSON, whatever its content type says.</summary>
internal static class CheckBody
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <returns>The value, or the answer that says why there is none.</returns>
    public static async Task<(JsValue Value, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes
            || await BoundedBody.ReadAsync(request.Body, MaxBytes, request.HttpContext.RequestAborted) is not { } body)
        {
            return (default, CheckProblems.TooLarge());
        }

        return JsonText.Read(body, out var value) is { } error ? (default, CheckProblems.NotJson(error)) : (value, null);
    }
}
