using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Support;

/// <summary>A request as the faulty backend received it.</summary>
internal sealed record FaultyRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    public string? Origin => Headers.GetValueOrDefault("Origin");

    public static FaultyRequest Of(HttpContext context) => new(
        context.Request.Method,
        context.Request.Path.Value ?? "",
        context.Request.QueryString.Value ?? "",
        context.Request.Headers.ToDictionary(
            static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
