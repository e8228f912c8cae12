using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Check;

/// <summary>The body of a request: JSON, whatever its content type says.</summary>
internal static class CheckBody
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Reads a body and, once it has a place of <see cref="CheckPlaces"/>, parses it and builds the answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="places">The places.</param>
    /// <param name="timeProvider">Measures how long the body takes.</param>
    /// <param name="refuse">Converts a problem to an answer.</param>
    /// <param name="answer">Builds the answer while holding the place.</param>
    public static async Task<T> AnswerAsync<T>(
        HttpRequest request, CheckPlaces places, TimeProvider timeProvider, Func<ProblemHttpResult, T> refuse, Func<JsValue, T> answer)
    {
        var (body, problem) = await ReadAsync(request, timeProvider);
        if (body is null)
        {
            return refuse(problem!);
        }

        var aborted = request.HttpContext.RequestAborted;
        using var place = await places.TakeAsync(aborted);
        return JsonText.TryParse(body, new JsReadOptions { Cancellation = aborted }, out var value, out var error)
            ? answer(value)
            : refuse(CheckProblems.NotJson(error));
    }

    private static async Task<(byte[]? Body, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, TimeProvider timeProvider)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, CheckProblems.TooLarge());
        }

        // RequestAborted is not used: the server ends the reading itself when the client goes, and a reading that a token ends leaves the
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
