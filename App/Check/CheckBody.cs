using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>The body of a request: JSON, whatever its content type says.</summary>
internal static class CheckBody
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <returns>The value, or the answer that says why there is none.</returns>
    public static async Task<(JsValue Value, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, TimeProvider timeProvider)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (default, CheckProblems.TooLarge());
        }

        // Without RequestAborted: the server ends the reading itself when the client goes, and one that a token ends leaves the
        // connection unreadable.
        var aborted = request.HttpContext.RequestAborted;
        using var late = new CancellationTokenSource(CheckLimits.ReadTimeout, timeProvider);
        byte[]? body;
        try
        {
            body = await BoundedBody.ReadAsync(request.Body, MaxBytes, late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            request.HttpContext.CloseAfterAnswer();
            return (default, CheckProblems.TooSlow());
        }

        return body is null ? (default, CheckProblems.TooLarge())
            : JsonText.Read(body, out var value, aborted) is { } error ? (default, CheckProblems.NotJson(error))
            : (value, null);
    }
}
