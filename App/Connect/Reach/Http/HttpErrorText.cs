using System.Net;
using System.Net.Http.Headers;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Describes an answer with an error status, with the reason that the backend gives.</summary>
internal static class HttpErrorText
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxLetters = 300;

    public static async Task<BadStatusException> ReadAsync(
        Uri address, HttpResponseMessage response, BackendAccess access, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadAsync(response.Content, MaxBytes, cancellationToken) ?? [];
        var detail = ErrorDetail.Of(body);
        var reason = access.Redact(detail is null ? $"{response.ReasonPhrase}" : $"{response.ReasonPhrase}: {detail}");
        return Of(address, response.StatusCode, reason.Length > MaxLetters ? reason[..MaxLetters] + "..." : reason, response.Headers.RetryAfter);
    }

    public static BadStatusException Of(
        Uri address, HttpStatusCode status, string? reason, RetryConditionHeaderValue? retryAfter = null) =>
        new($"{ConnectProblem.Name(address)} answered {(int)status} {OneLine(reason)}".TrimEnd(), status) { RetryAfter = retryAfter };

    /// <summary>Makes one line of a backend's text: it is written to logs, where a line of its own could look like one of the host's.</summary>
    private static string OneLine(string? reason) => string.Concat((reason ?? "").Select(static letter => char.IsControl(letter) ? ' ' : letter));
}
