using System.Net;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Doctor;

/// <summary><c>GET /api/doctor</c> on the real host.</summary>
public sealed class DoctorEndpointTests
{
    [Fact]
    public async Task Get_Backend_AnswersAsTheDesignSays()
    {
        await using var bench = await DoctorBench.StartAsync();
        await using var host = new StudioFactory();
        using var client = host.CreateClient();

        using var response = await client.GetAsync(Url(bench.Backend.Address.ToString(), "0"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var answer = JsonText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["backend", "verdict", "counts", "steps", "findings", "moreFindings", "disabled"], answer.Object.Select(static part => part.Key));
        Assert.Equal("ready", answer["verdict"].Text);
        Assert.Equal((0, 0, 0), (answer["counts"]["error"].Number, answer["counts"]["warning"].Number, answer["counts"]["skipped"].Number));
        Assert.Equal(answer["steps"].List.Count, answer["counts"]["ok"].Number);
        Assert.All(answer["steps"].List, static step => Assert.Contains(step["id"].Text!.Split('.')[0], (string[])["reach", "cors", "documents", "widget", "socket", "apps"]));
        Assert.Equal("grid", answer["steps"].List.Single(static step => step["id"] == "socket.handshake")["widgetId"].Text);
    }

    [Theory]
    [InlineData("?backend=", 400)]
    [InlineData("", 400)]
    [InlineData("?backend=ftp://127.0.0.1", 400)]
    [InlineData("?backend=http://user:secret@127.0.0.1", 400)]
    [InlineData("?backend=http://127.0.0.1&listen=soon", 400)]
    [InlineData("?backend=http://127.0.0.1&listen=61", 400)]
    [InlineData("?backend=http://127.0.0.1&listen=-1", 400)]
    [InlineData("?backend=http://10.0.0.1", 403)]
    [InlineData("?backend=http://169.254.169.254", 403)]
    public async Task Get_BadInput_IsRefusedWithAReason(string query, int status)
    {
        await using var host = new StudioFactory();
        using var client = host.CreateClient();

        using var response = await client.GetAsync(new Uri("/api/doctor" + query, UriKind.Relative), TestContext.Current.CancellationToken);

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.False(string.IsNullOrEmpty(JsonText.Parse(body)["detail"].Text));
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileOtherBackendsAreOff_IsRefused()
    {
        await using var host = new StudioFactory(("Connect:Enabled", "false"));
        using var client = host.CreateClient();

        using var response = await client.GetAsync(Url("http://127.0.0.1:9", "0"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Connect:Enabled", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Uri Url(string backend, string listen) => new($"/api/doctor?backend={Uri.EscapeDataString(backend)}&listen={listen}", UriKind.Relative);
}
