using System.Net;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>
/// Reads with GET and follows redirects, each of which is checked like the first address. Credentials stay with their origin; after a
/// redirect to another origin the <c>Origin</c> is <c>null</c>, as in a browser.
/// </summary>
internal static class RedirectWalk
{
    private const int MaxRedirects = 5;
    private const string OpaqueOrigin = "null";

    public static async Task<FetchedDocument> RunAsync(
        HttpMessageInvoker http, BackendRequest start, CancellationToken cancellationToken)
    {
        var hops = new List<RedirectHop>();
        var address = start.Address;
        var origin = start.Origin;
        while (true)
        {
            RequireWeb(address);
            using var request = Create(start, address, origin);
            using var response = await http.SendAsync(request, cancellationToken);
            hops.Add(RedirectHop.Of(address, origin, response));
            if (response.IsSuccessStatusCode)
            {
                return await BoundedBody.ReadAsync(response.Content, start.MaxBytes, cancellationToken) is { } body
                    ? new FetchedDocument(address, body)
                    {
                        ContentType = ContentTypeOf(response),
                        Hops = hops,
                        Status = (int)response.StatusCode,
                        Tag = response.Headers.ETag?.ToString(),
                    }
                    : throw Refuse(address, $"larger than the {start.MaxBytes} bytes that are read", ConnectFault.TooLarge);
            }

            if (response.StatusCode == HttpStatusCode.NotModified && start.KnownTag is not null)
            {
                return new FetchedDocument(address, []) { Hops = hops, Tag = start.KnownTag, IsUnchanged = true };
            }

            if (TargetOf(response) is not { } target)
            {
                throw await HttpErrorText.ReadAsync(address, response, start.Access, cancellationToken);
            }

            if (hops.Count > MaxRedirects)
            {
                throw Refuse(start.Address, $"more than {MaxRedirects} redirects", ConnectFault.Other);
            }

            var next = Uri.TryCreate(address, target, out var joined)
                ? start.Access.Unsign(joined)
                : throw Refuse(address, "the redirect goes to no address", ConnectFault.Other);
            origin = origin is not null && !Origin.AreSame(next, address) ? OpaqueOrigin : origin;
            address = next;
        }
    }

    private static HttpRequestMessage Create(BackendRequest start, Uri address, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, start.Access.Sign(address));
        request.Headers.Accept.ParseAdd("application/json");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        foreach (var (name, value) in start.Access.HeadersFor(address))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (start.KnownTag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", start.KnownTag);
        }

        if (start.UserAgent is not null && !request.Headers.Contains("User-Agent"))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", start.UserAgent);
        }

        return request;
    }

    private static string? ContentTypeOf(HttpResponseMessage response) =>
        response.Content.Headers.TryGetValues("Content-Type", out var values) ? string.Join(", ", values) : null;

    private static Uri? TargetOf(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.Location
            : null;

    private static void RequireWeb(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw Refuse(address, "only http and https addresses are read", ConnectFault.BadRequest);
        }
    }

    private static ConnectException Refuse(Uri address, string problem, ConnectFault fault) =>
        new($"{ConnectProblem.Name(address)}: {problem}") { Fault = fault };
}
