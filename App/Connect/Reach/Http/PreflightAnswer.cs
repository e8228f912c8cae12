namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>A backend's answer to a preflight: whether a page may send custom headers.</summary>
/// <param name="Hop">The answering address, and which pages may read it.</param>
/// <param name="Status">The status; a browser requires success.</param>
/// <param name="AllowHeaders">The values of <c>Access-Control-Allow-Headers</c>, joined; null when there is none.</param>
internal sealed record PreflightAnswer(RedirectHop Hop, int Status, string? AllowHeaders)
{
    public static async Task<PreflightAnswer> AskAsync(
        HttpMessageInvoker http, BackendRequest request, CancellationToken cancellationToken)
    {
        // A browser's preflight has no header credentials: it asks whether they may be sent.
        using var message = new HttpRequestMessage(HttpMethod.Options, request.Access.Sign(request.Address));
        message.Headers.TryAddWithoutValidation("Origin", request.Origin);
        message.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "GET");
        message.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", string.Join(',', request.Access.HeaderNames));
        using var response = await http.SendAsync(message, cancellationToken);
        return new PreflightAnswer(
            RedirectHop.Of(request.Address, request.Origin, response),
            (int)response.StatusCode,
            RedirectHop.Header(response, "Access-Control-Allow-Headers"));
    }
}
