using System.Net;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class CorsTests(PlainHost shared)
{
    [Theory]
    [InlineData("https://pro.openbb.co")]
    [InlineData("https://pro.openbb.dev")]
    [InlineData("http://localhost:1420")]
    public async Task Get_DefaultOrigin_IsAllowed(string origin)
    {
        Assert.Equal(origin, await AllowedOriginAsync(shared.Factory, HttpMethod.Get, "/widgets.json", origin));
        Assert.Equal(origin, await AllowedOriginAsync(shared.Factory, HttpMethod.Get, "/live_grid_data?symbol=NOPE", origin));
    }

    [Fact]
    public async Task Get_ForeignOrigin_IsNotAllowed()
    {
        Assert.Null(await AllowedOriginAsync(shared.Factory, HttpMethod.Get, "/widgets.json", "https://evil.example"));
    }

    [Fact]
    public async Task Options_Preflight_AllowsHeadersAndPrivateNetwork()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/live_grid_data?symbol=TSLA");
        request.Headers.Add("Origin", "https://pro.openbb.co");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");
        request.Headers.Add("Access-Control-Request-Private-Network", "true");

        var response = await shared.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("https://pro.openbb.co", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-api-key", response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("true", response.Headers.GetValues("Access-Control-Allow-Private-Network").Single());
    }

    [Fact]
    public async Task Get_OriginOfTheSetting_ReplacesTheDefaults()
    {
        await using var host = new StudioFactory(("Backend:AllowedOrigins:0", "https://grids.example"));
        Assert.Equal("https://grids.example", await AllowedOriginAsync(host, HttpMethod.Get, "/apps.json", "https://grids.example"));
        Assert.Null(await AllowedOriginAsync(host, HttpMethod.Get, "/apps.json", "https://pro.openbb.co"));
    }

    private static async Task<string?> AllowedOriginAsync(StudioFactory host, HttpMethod method, string path, string origin)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        var response = await client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }
}
