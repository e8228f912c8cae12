using System.Text.RegularExpressions;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Hosting;

/// <summary>The headers of every answer. One host for all.</summary>
public sealed partial class AnswerHeadersTests(AnswerHeadersTests.OneHost one) : IClassFixture<AnswerHeadersTests.OneHost>
{
    private const string Framer = "'self' https://pro.openbb.co";

    [Theory]
    [InlineData("/")]
    [InlineData("/preview")]
    [InlineData("/preview/live_grid")]
    [InlineData("/preview/live_grid/more")]
    [InlineData("/nothing-here")]
    [InlineData("/widgets.json")]
    [InlineData("/live_grid_data?symbol=TSLA")]
    [InlineData("/live_grid_data")]
    [InlineData("/live_grid_ws")]
    [InlineData("/api/preview")]
    [InlineData("/healthz/live")]
    [InlineData("/openapi.json")]
    [InlineData("/favicon.svg")]
    [InlineData("/js/theme.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_content/BlazorMonaco/lib/monaco-editor/min/vs/base/worker/workerMain.js")]
    [InlineData("/_blazor/initializers")]
    public async Task Get_Anything_HasTheHeaders(string path)
    {
        var answer = await GetAsync(path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        var policy = Header(answer, "Content-Security-Policy")!;
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith(
            path is "/preview" or "/preview/live_grid" ? $"frame-ancestors {Framer}" : "frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.False(path.StartsWith("/preview", StringComparison.Ordinal) && policy.Contains(Framer, StringComparison.Ordinal)
            && answer.Headers.Contains("X-Frame-Options"));
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        Assert.Equal(isPage ? "same-origin" : null, Header(answer, "Cross-Origin-Opener-Policy"));
        // Rows and documents are for other origins.
        Assert.Equal(
            isPage || path.StartsWith("/live_grid", StringComparison.Ordinal) || path is "/widgets.json" or "/openapi.json" ? null : "same-origin",
            Header(answer, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Get_HostNameThatIsNotExpected_HasTheHeadersToo()
    {
        using var client = new HttpClient { BaseAddress = one.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        var answer = await client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Contains("frame-ancestors", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Page_LetsItsOwnInlineScriptsRunAndNoOthers()
    {
        var (first, second) = (await GetAsync("/"), await GetAsync("/"));

        var policy = Header(first, "Content-Security-Policy")!;
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.DoesNotContain("unsafe", Directive(policy, "script-src"), StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonce().Match(Header(second, "Content-Security-Policy")!).Groups[1].Value);
        Assert.Equal($" 'self' ws://{one.Host.Address.Authority}", Directive(policy, "connect-src"));
        Assert.Equal(" 'self' data:", Directive(policy, "img-src"));
        var inline = InlineScript().Matches(await first.Content.ReadAsStringAsync());
        Assert.NotEmpty(inline);
        Assert.All(inline, script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
    }

    private static string Directive(string policy, string name) =>
        policy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = one.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        return await client.SendAsync(request);
    }

    [GeneratedRegex("'nonce-([^']{20,})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>")]
    private static partial Regex InlineScript();

    public sealed class OneHost : IAsyncDisposable
    {
        internal StudioFactory Host { get; } = new(("Studio:FrameAncestors", Framer));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
