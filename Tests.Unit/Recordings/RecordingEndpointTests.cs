using System.Net;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Recordings;

public sealed class RecordingEndpointTests : IAsyncDisposable
{
    private const string Text = "{\"at\":0}\n";
    private readonly TestFolder _parent = new();
    private readonly StudioFactory _host;
    private readonly HttpClient _client;

    public RecordingEndpointTests()
    {
        Directory.CreateDirectory(_parent["recordings"]);
        _parent.Write("recordings/prices-1.jsonl", Text);
        _parent.Write("secret.jsonl", "OUTSIDE");
        _parent.Write("recordings/notes.txt", "OUTSIDE");
        _host = new StudioFactory(("Recordings:Path", _parent["recordings"]));
        _client = new HttpClient { BaseAddress = _host.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _parent.Dispose();
    }

    [Fact]
    public async Task Get_Recording_IsADownload()
    {
        using var answer = await _client.GetAsync("recordings/prices-1.jsonl");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Text, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=prices-1.jsonl", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Get_Nothing_IsProblemJson()
    {
        using var answer = await _client.GetAsync("recordings/%252e%252e%252fsecret.jsonl");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("This host has no recording of that name.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_Link_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        File.CreateSymbolicLink(_parent["recordings/link-1.jsonl"], _parent["secret.jsonl"]);

        using var answer = await _client.GetAsync("recordings/link-1.jsonl");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("prices-2.jsonl")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("notes.txt")]
    [InlineData("..%2Fsecret.jsonl")]
    [InlineData("..%5Csecret.jsonl")]
    [InlineData("%2E%2E%2Fsecret.jsonl")]
    [InlineData("%252e%252e%252fsecret.jsonl")]
    [InlineData(".%2Fprices-1.jsonl")]
    [InlineData("prices-1.jsonl%00")]
    [InlineData("../secret.jsonl")]
    public async Task Get_AnyOtherName_IsNotThere(string name)
    {
        using var answer = await _client.GetAsync($"recordings/{name}");

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
        Assert.DoesNotContain("OUTSIDE", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_FromAnotherPage_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "recordings/prices-1.jsonl") { Headers = { { "Origin", "https://pro.openbb.co" } } };

        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_SavingIsOff_IsRefusedAndNamesTheSetting()
    {
        await using var host = new StudioFactory(("Recordings:Path", _parent["recordings"]), ("Studio:SaveEnabled", "false"));
        using var client = new HttpClient { BaseAddress = host.Address };

        using var answer = await client.GetAsync("recordings/prices-1.jsonl");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Studio:SaveEnabled", await answer.Content.ReadAsStringAsync());
    }
}
