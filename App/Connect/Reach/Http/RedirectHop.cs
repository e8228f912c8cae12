namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>The CORS data of one answer: which pages may read it.</summary>
/// <param name="Address">The answering address, without credentials.</param>
/// <param name="Origin">The sent <c>Origin</c>; null for none.</param>
/// <param name="AllowOrigin">The values of <c>Access-Control-Allow-Origin</c>, joined; null when there is none.</param>
internal sealed record RedirectHop(Uri Address, string? Origin, string? AllowOrigin)
{
    public static RedirectHop Of(Uri address, string? origin, HttpResponseMessage response) =>
        new(address, origin, Header(response, "Access-Control-Allow-Origin"));

    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
