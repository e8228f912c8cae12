namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>What a backend answers to the question whether a page may send headers of its own.</summary>
/// <param name="Hop">Who answered, and which pages may read it.</param>
/// <param name="Status">The status; a browser wants a success.</param>
/// <param name="AllowHeaders">The values of <c>Access-Control-Allow-Headers</c>, joined; null when there is none.</param>
internal sealed record PreflightAnswer(RedirectHop Hop, int Status, string? AllowHeaders)
{
    public static async Task<PreflightAnswer> AskAsync(
        HttpMessageInvoker http, BackendRequest request, CancellationToken cancellationToken)
    {
        // A browser's preflight carries no header credentials: it asks whether it may send them.
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
