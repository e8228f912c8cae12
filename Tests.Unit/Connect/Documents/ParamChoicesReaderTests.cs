using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Connect.Documents;

/// <summary>Options of parameters from another backend, over real HTTP.</summary>
public sealed class ParamChoicesReaderTests : IAsyncLifetime
{
    private readonly RemoteSetup _setup = new();
    private FaultyBackend _backend = null!;

    public async ValueTask InitializeAsync() => _backend = await FaultyBackend.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Get_Choices_AreAskedForWithQueryCredentialsAndOrigin()
    {
        _backend.Answer("/choices", """[{"label":"<b>Apple</b>","value":"AAPL","extraInfo":{"description":"<img src=x>"}}]""");
        var connection = await _setup.ConnectAsync(_backend.Address, RemoteSetup.Header("X-Key", "s3cret-value"), RemoteSetup.Query("token", "t0ken"));

        var list = await connection.GetOptionsAsync(
            Param("/choices"), JsObject.Create(("category", "a b,c"), ("limit", 5), ("deep", false), ("none", JsValue.Null)), CancellationToken.None);

        Assert.Equal("<b>Apple</b>", Assert.Single(list.Options).Label);
        var asked = _backend.Requests.Last();
        Assert.Equal(("/choices", "?category=a%20b,c&limit=5&deep=false&token=t0ken"), (asked.Path, asked.Query));
        Assert.Equal(("s3cret-value", "https://pro.openbb.co"), (asked.Headers["X-Key"], asked.Origin));
    }

    [Fact]
    public async Task Get_Huge_IsCutToWhatIsKept()
    {
        _backend.Answer("/choices", $"[{string.Join(',', Enumerable.Range(0, 12_000).Select(static i => $$"""{"label":"L","value":{{i}} }"""))}]");

        var list = await GetAsync("choices");

        Assert.Equal(10_000, list.Options.Count);
        Assert.Contains("first 10,000 of 12,000", list.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "/nowhere answered 404 Not Found")]
    [InlineData("page", "the answer is not JSON")]
    [InlineData("page", "it looks like a web page")]
    [InlineData("map", "is not a list of {\"label\", \"value\"} objects")]
    [InlineData("nulls", "none of the answer's entries has a label and a value")]
    [InlineData("fault", "answered 500 Internal Server Error: the database sleeps")]
    [InlineData("endless", "larger than")]
    [InlineData("http://10.0.0.1/choices", "Connect:AllowedHosts")]
    [InlineData("stray", "Connect:AllowedHosts")]
    [InlineData("", "no optionsEndpoint that is an address")]
    [InlineData("http://", "no optionsEndpoint that is an address")]
    public async Task Get_BadAnswer_SaysWhy(string endpoint, string problem)
    {
        _backend.Answer("/page", "<html><script>alert(1)</script></html>");
        _backend.Answer("/map", """{"options": []}""");
        _backend.Answer("/nulls", "[null, {}]");
        _backend.Answer("/fault", """{"detail": "the database sleeps"}""", StatusCodes.Status500InternalServerError);
        _backend.Answer("/endless", new string(' ', GuardedHttp.MaxOptionsBytes + 1));
        _backend.Redirect("/stray", "http://10.0.0.1/choices");

        var fault = await Assert.ThrowsAsync<FeedException>(() => GetAsync(endpoint));

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SlowBackend_GivesUpInTime()
    {
        var source = await SourceAsync();
        using var hold = _backend.Hold("/choices");
        var getting = source.GetOptionsAsync(Param("choices"), JsObject.Empty, CancellationToken.None);
        await hold.Asked;

        _setup.Clock.Advance(TimeSpan.FromSeconds(11));

        var fault = await Assert.ThrowsAsync<FeedException>(() => getting);
        Assert.Contains("no answer within 10 seconds", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GivenUp_EndsAtOnce()
    {
        var source = await SourceAsync();
        using var hold = _backend.Hold("/choices");
        using var stop = new CancellationTokenSource();
        var getting = source.GetOptionsAsync(Param("choices"), JsObject.Empty, stop.Token);
        await hold.Asked;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => getting);
    }

    private static ParamDefinition Param(string endpoint) =>
        ParamDefinition.Read(JsObject.Create(("paramName", "s"), ("type", "endpoint"), ("optionsEndpoint", endpoint)));

    private async Task<RemoteSource> SourceAsync() => new(await _setup.ConnectAsync(_backend.Address));

    private async Task<ParamOptionList> GetAsync(string endpoint)
    {
        await using var source = await SourceAsync();
        return await source.GetOptionsAsync(Param(endpoint), JsObject.Empty, CancellationToken.None);
    }
}
