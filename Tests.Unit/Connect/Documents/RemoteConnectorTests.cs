using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Documents;

public sealed class RemoteConnectorTests : RemoteTest
{
    [Fact]
    public async Task ConnectAsync_WidgetsWithoutApps_GivesDocumentsAndDefinitions()
    {
        var connection = await Setup.ConnectAsync(Backend.Address);

        Assert.Equal(Backend.Address, connection.Address);
        Assert.Equal(FaultyAnswers.Widgets, Encoding.UTF8.GetString(connection.Widgets.Bytes.Span));
        Assert.True(connection.Widgets.Check.Verdict.Valid);
        Assert.Equal(
            ["odd", "still", "broken", "missing", "stray", "chart"], connection.Definitions.Select(static widget => widget.Id));
        Assert.Null(connection.Apps);
        Assert.Empty(connection.Problems);
        Assert.Equal(["/widgets.json", "/apps.json"], Backend.Requests.Select(static request => request.Path));
    }

    [Fact]
    public async Task ConnectAsync_Apps_AreReadAndValidatedToo()
    {
        Backend.Answer("/apps.json", """[{"name": "One", "tabs": {}}, {"name": "Two"}]""");

        var connection = await Setup.ConnectAsync(Backend.Address);

        Assert.False(connection.Apps!.Check.Verdict.Valid);
        Assert.Equal("Workspace refuses this apps.json: 1 thing is wrong in it", Assert.Single(connection.Problems));
    }

    [Fact]
    public async Task ConnectAsync_RefusedWidgetsAndUnreadableApps_AreProblemsThatStopNothing()
    {
        Backend.Answer("/widgets.json", """{"w": {"name": "Without the rest"}}""");
        Backend.Answer("/apps.json", "<html>");

        var connection = await Setup.ConnectAsync(Backend.Address);

        Assert.Equal("w", Assert.Single(connection.Definitions).Id);
        Assert.Equal("Workspace refuses this widgets.json: 2 things are wrong in it", connection.Problems[0]);
        Assert.Contains("/apps.json: the answer is not JSON: line 1, column 1", connection.Problems[1], StringComparison.Ordinal);
        Assert.EndsWith("(it looks like a web page)", connection.Problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"a\": ]", ConnectFault.BadContent, "/widgets.json: the answer is not JSON: line 2, column 8")]
    [InlineData("[]", ConnectFault.BadContent, "/widgets.json must be an object of widget id to widget, but is a list")]
    [InlineData("null", ConnectFault.BadContent, "but is null")]
    [InlineData("\"x\"", ConnectFault.BadContent, "but is a text")]
    public async Task ConnectAsync_OddWidgets_SaysWhatIsWrong(string body, ConnectFault fault, string problem)
    {
        Backend.Answer("/widgets.json", body);

        await FailsAsync(Backend.Address, fault, problem);
    }

    [Fact]
    public async Task ConnectAsync_NoWidgets_SaysTheStatus()
    {
        Backend.Forget("/widgets.json");

        await FailsAsync(Backend.Address, ConnectFault.Status, $"{Backend.Address}widgets.json answered 404 Not Found");
    }

    [Fact]
    public async Task ConnectAsync_TooLarge_SaysTheLimit()
    {
        Backend.Answer("/widgets.json", new string(' ', GuardedHttp.MaxDocumentBytes + 1));

        await FailsAsync(Backend.Address, ConnectFault.TooLarge, "larger than the 5242880 bytes");
    }

    [Fact]
    public async Task ConnectAsync_NoAnswer_SaysHowLongItWaited()
    {
        using var hold = Backend.Hold("/widgets.json");
        var connecting = Setup.ConnectAsync(Backend.Address);
        await hold.Asked;

        Setup.Clock.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<ConnectException>(() => connecting);
        Assert.Equal(ConnectFault.Timeout, exception.Fault);
        Assert.EndsWith("no answer within 10 seconds (Connect:Timeout)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_NothingListens_SaysSo()
    {
        var address = Backend.Address;
        await Backend.DisposeAsync();

        await FailsAsync(address, ConnectFault.ConnectionRefused, "widgets.json: connection refused");
    }

    [Fact]
    public async Task ConnectAsync_NotTls_SaysTls() =>
        await FailsAsync(new Uri($"https://127.0.0.1:{Backend.Address.Port}"), ConnectFault.Tls, "no TLS connection");

    [Fact]
    public async Task ConnectAsync_UnknownName_SaysDns()
    {
        using var setup = new RemoteSetup(new ConnectOptions { AllowedHosts = { "*.test" } }, new UnknownNames());

        await FailsAsync(
            setup, new Uri("http://nowhere.test:8000"), ConnectFault.UnknownName, "the name nowhere.test is not known (DNS)");
    }

    [Fact]
    public async Task ConnectAsync_NotHttp_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync();
            await socket.SendAsync("SSH-2.0-odd\r\n"u8.ToArray());
            await socket.ReceiveAsync(new byte[4096]);
        });

        await FailsAsync(
            new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
            ConnectFault.Other,
            "the answer is not HTTP");
        await answering;
    }

    [Fact]
    public async Task ConnectAsync_AddressThatIsNotAllowed_NamesTheSetting() =>
        await FailsAsync(new Uri("http://10.0.0.1"), ConnectFault.AddressRefused, "Connect:AllowedHosts");

    [Fact]
    public async Task ConnectAsync_RedirectToForeignAddress_IsRefusedToo()
    {
        Backend.Redirect("/widgets.json", "http://169.254.169.254/latest");

        await FailsAsync(Backend.Address, ConnectFault.AddressRefused, "Connect:AllowedHosts");
    }

    [Theory]
    [InlineData("//", "no address")]
    [InlineData("http://[::", "answered 302")]
    [InlineData("mailto:a@b", "only http and https")]
    public async Task ConnectAsync_RedirectToNoAddress_SaysSo(string target, string problem)
    {
        Backend.Answer("/widgets.json", context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });

        var exception = await Assert.ThrowsAnyAsync<ConnectException>(() => Setup.ConnectAsync(Backend.Address));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1023, false)]
    [InlineData(1024, true)]
    [InlineData(67_108_865, false)]
    public void Options_FrameLimit_HasARange(int bytes, bool isValid)
    {
        var result = new ConnectOptionsValidator().Validate(null, new ConnectOptions { MaxFrameBytes = bytes });

        Assert.Equal(isValid, result.Succeeded);
        Assert.Equal(!isValid, result.FailureMessage?.Contains("Connect:MaxFrameBytes", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task ConnectAsync_Disabled_NamesTheSetting()
    {
        using var setup = new RemoteSetup(new ConnectOptions { Enabled = false });

        await FailsAsync(setup, Backend.Address, ConnectFault.AddressRefused, "Connect:Enabled is false");

        Assert.Contains("Connect:Enabled", setup.Connector.Obstacle, StringComparison.Ordinal);
        Assert.Empty(Backend.Requests);
    }

    [Theory]
    [InlineData(null, "has no Access-Control-Allow-Origin; it must be https://pro.openbb.co or *")]
    [InlineData("https://pro.openbb.dev", "has 'https://pro.openbb.dev' in Access-Control-Allow-Origin")]
    [InlineData("https://pro.openbb.co/", "has 'https://pro.openbb.co/' in")]
    [InlineData("https://pro.openbb.co, *", "has several values")]
    [InlineData("https://pro.openbb.co", null)]
    [InlineData("*", null)]
    public async Task Cors_AllowedOrigin_DecidesWhatTheBrowserWouldSay(string? allowed, string? problem)
    {
        Backend.AllowOrigin = allowed;

        var verdict = (await Setup.ConnectAsync(Backend.Address)).Cors;

        if (problem is not null)
        {
            Assert.StartsWith(
                $"CORS would block this in Workspace because the answer of {Backend.Address}widgets.json",
                verdict.Problem,
                StringComparison.Ordinal);
            Assert.Contains(problem, verdict.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "does not allow the header x-key, x-other: Access-Control-Allow-Headers is missing")]
    [InlineData("X-Key", "does not allow the header x-other: Access-Control-Allow-Headers is 'X-Key'")]
    [InlineData("content-type, X-KEY , x-Other", null)]
    [InlineData("*", null)]
    public async Task Cors_HeaderCredentials_NeedAPreflightThatAllowsThem(string? allowed, string? problem)
    {
        Backend.AllowOrigin = "*";
        Backend.AllowHeaders = allowed;

        var verdict = (await Setup.ConnectAsync(Backend.Address, Header("X-Other", "2"), Header("X-Key", "s3cret"))).Cors;

        Assert.Contains(problem ?? "", verdict.Problem ?? "", StringComparison.Ordinal);
        var preflight = Assert.Single(Backend.Requests, static request => request.Method == "OPTIONS");
        Assert.Equal(
            ("https://pro.openbb.co", "GET", "x-key,x-other"),
            (
                preflight.Origin,
                preflight.Headers["Access-Control-Request-Method"],
                preflight.Headers["Access-Control-Request-Headers"]));
        Assert.False(preflight.Headers.ContainsKey("X-Key"));
    }

    [Fact]
    public async Task Cors_StarForAuthorization_IsNotEnough()
    {
        (Backend.AllowOrigin, Backend.AllowHeaders) = ("*", "*");

        var verdict = (await Setup.ConnectAsync(Backend.Address, Header("Authorization", "Bearer x"))).Cors;

        Assert.Contains("does not allow the header authorization", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cors_RedirectToAnotherOrigin_IsAskedForAnOpaqueOrigin()
    {
        await using var other = await FaultyBackend.StartAsync();
        (Backend.AllowOrigin, other.AllowOrigin) = ("*", "https://pro.openbb.co");
        Backend.Redirect("/widgets.json", $"{other.Address}widgets.json");

        var connection = await Setup.ConnectAsync(Backend.Address);

        Assert.Equal("null", other.Requests.First().Origin);
        Assert.Contains(
            $"the answer of {other.Address}widgets.json has 'https://pro.openbb.co'",
            connection.Cors.Problem,
            StringComparison.Ordinal);
        Assert.EndsWith("it must be null or *", connection.Cors.Problem, StringComparison.Ordinal);
    }

    private Task FailsAsync(Uri address, ConnectFault fault, string problem) => FailsAsync(Setup, address, fault, problem);

    private static async Task FailsAsync(RemoteSetup setup, Uri address, ConnectFault fault, string problem)
    {
        var exception = await Assert.ThrowsAnyAsync<ConnectException>(() => setup.ConnectAsync(address));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal(fault, exception.Fault);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private sealed class UnknownNames : INameResolver
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.HostNotFound);
    }
}
