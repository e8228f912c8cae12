using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>The body of a request: JSON, whatever its content type says.</summary>
internal static class CheckBody
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Reads the body, waits for a place of <see cref="CheckPlaces"/>, and makes the value.</summary>
    /// <returns>The value, or the answer that says why there is none.</returns>
    public static async Task<(JsValue Value, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, CheckPlaces places, TimeProvider timeProvider)
    {
        var (body, problem) = await ReadBytesAsync(request, timeProvider);
        if (body is null)
        {
            return (default, problem);
        }

        await places.TakeAsync(request.HttpContext);
        return JsonText.Read(body, out var value, request.HttpContext.RequestAborted) is { } error
            ? (default, CheckProblems.NotJson(error))
            : (value, null);
    }

    private static async Task<(byte[]? Body, ProblemHttpResult? Problem)> ReadBytesAsync(HttpRequest request, TimeProvider timeProvider)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, CheckProblems.TooLarge());
        }

        // Without RequestAborted: the server ends the reading itself when the client goes, and one that a token ends leaves the
        // connection unreadable.
        using var late = new CancellationTokenSource(CheckLimits.ReadTimeout, timeProvider);
        try
        {
            var body = await BoundedBody.ReadAsync(request.Body, MaxBytes, late.Token, request.ContentLength);
            return (body, body is null ? CheckProblems.TooLarge() : null);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            request.HttpContext.CloseAfterAnswer();
            return (null, CheckProblems.TooSlow());
        }
    }
}
