using System.Net;
using System.Text;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Http;

public sealed class GuardedHttpTests
{
    private const int MaxBytes = 1000;

    [Fact]
    public async Task Get_Loopback_IsRead()
    {
        await using var backend = await TestBackend.StartAsync(("/a.json", "{}"));
        using var sut = Create();

        var answer = await sut.GetAsync(new Uri(backend.Address, "/a.json"), MaxBytes, CancellationToken.None);

        Assert.Equal("{}", Encoding.UTF8.GetString(answer.Body));
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://0x0a000001/")]
    [InlineData("http://167772161/")]
    public async Task Get_AnotherAddress_IsRefusedAndNamesTheSetting(string address)
    {
        using var sut = Create();

        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => sut.GetAsync(new Uri(address), MaxBytes, CancellationToken.None));

        Assert.Contains("Connect:AllowedHosts", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8000/")]
    [InlineData("http://[::]:8000/")]
    public async Task Get_AddressThatServersListenOn_IsToldWhichToUse(string address)
    {
        using var sut = Create();

        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => sut.GetAsync(new Uri(address), MaxBytes, CancellationToken.None));

        Assert.Contains("use 127.0.0.1 or localhost", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AllowedHosts", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NameThatResolvesElsewhere_IsRefused()
    {
        using var sut = Create(new FixedResolver("93.184.216.34"));

        var refused = await Assert.ThrowsAsync<AddressRefusedException>(
            () => sut.GetAsync(new Uri("http://localhost.evil.test/"), MaxBytes, CancellationToken.None));

        Assert.Contains("localhost.evil.test (93.184.216.34)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NameWithOneAllowedAddress_GoesThereOnly()
    {
        await using var backend = await TestBackend.StartAsync(("/", "here"));
        using var sut = Create(new FixedResolver("10.255.255.1", "127.0.0.1"));

        var answer = await sut.GetAsync(new Uri($"http://some.test:{backend.Address.Port}/"), MaxBytes, CancellationToken.None);

        Assert.Equal("here", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task Get_AllowedNameThatResolvesToLoopback_IsRefused()
    {
        await using var backend = await TestBackend.StartAsync(("/", "secret"));
        using var sut = Create(new FixedResolver("127.0.0.1"), new ConnectOptions { AllowedHosts = { "api.example.com" } });

        await Assert.ThrowsAsync<AddressRefusedException>(
            () => sut.GetAsync(new Uri($"http://api.example.com:{backend.Address.Port}/"), MaxBytes, CancellationToken.None));

        Assert.Empty(backend.Asked);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task Get_RedirectToElsewhere_IsRefused(string target)
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        using var sut = Create();

        await Assert.ThrowsAnyAsync<ConnectException>(() => sut.GetAsync(backend.Address, MaxBytes, CancellationToken.None));

        Assert.Single(backend.Asked);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Get_Redirects_FiveAreFollowed(int redirects, bool isRead)
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value!.Trim('/'), System.Globalization.CultureInfo.InvariantCulture);
            if (left > 0)
            {
                context.Response.Redirect($"/{left - 1}");
            }

            return Task.CompletedTask;
        });
        using var sut = Create();
        var ask = () => sut.GetAsync(new Uri(backend.Address, $"/{redirects}"), MaxBytes, CancellationToken.None);

        if (isRead)
        {
            Assert.Equal("/0", (await ask()).Address.AbsolutePath);
        }
        else
        {
            Assert.Contains("more than 5 redirects", (await Assert.ThrowsAsync<ConnectException>(ask)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_MoreThanTheLimit_IsRefused(bool announcesLength)
    {
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            context.Response.ContentLength = announcesLength ? MaxBytes + 1 : null;
            await context.Response.WriteAsync(new string('x', MaxBytes + 1));
        });
        using var sut = Create();

        var refused = await Assert.ThrowsAsync<ConnectException>(() => sut.GetAsync(backend.Address, MaxBytes, CancellationToken.None));

        Assert.Contains("larger than the 1000 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "no answer within 10 seconds (Connect:Timeout)")]
    [InlineData(90, "no answer within 90 seconds (Connect:Timeout)")]
    public async Task Get_BackendThatDoesNotAnswer_EndsAfterTheTimeThatIsSet(int seconds, string message)
    {
        var asked = new TaskCompletionSource();
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var time = new FakeTimeProvider();
        using var sut = new GuardedHttp(new ConnectOptions { Timeout = TimeSpan.FromSeconds(seconds) }, new SystemNameResolver(), time);

        var answer = sut.GetAsync(backend.Address, MaxBytes, CancellationToken.None);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains(message, (await Assert.ThrowsAsync<ConnectException>(() => answer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Problem_SaysStatusAndDetail()
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.StatusCode = 422;
            return context.Response.WriteAsync("""{"detail": "symbol is required"}""");
        });
        using var sut = Create();

        var problem = await Assert.ThrowsAsync<BadStatusException>(() => sut.GetAsync(backend.Address, MaxBytes, CancellationToken.None));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, problem.Status);
        Assert.EndsWith("422 Unprocessable Entity: symbol is required", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CookieAndPassword_AreNotSentOn()
    {
        var seen = new List<string>();
        await using var backend = await TestBackend.StartAsync(context =>
        {
            seen.Add($"{context.Request.Headers.Cookie}{context.Request.Headers.Authorization}");
            context.Response.Cookies.Append("a", "b");
            return Task.CompletedTask;
        });
        using var sut = Create();
        var address = new Uri($"http://user:secret@127.0.0.1:{backend.Address.Port}/");

        await sut.GetAsync(address, MaxBytes, CancellationToken.None);
        await sut.GetAsync(address, MaxBytes, CancellationToken.None);

        Assert.Equal(["", ""], seen);
    }

    [Fact]
    public async Task Get_Disabled_IsRefusedAndNamesTheSetting()
    {
        using var sut = Create(options: new ConnectOptions { Enabled = false });

        var refused = await Assert.ThrowsAsync<AddressRefusedException>(
            () => sut.GetAsync(new Uri("http://u:secret@127.0.0.1:1/"), MaxBytes, CancellationToken.None));

        Assert.Equal("http://127.0.0.1:1/: other backends are not read: the setting Connect:Enabled is false", refused.Message);
    }

    private static GuardedHttp Create(INameResolver? resolver = null, ConnectOptions? options = null) =>
        new(options ?? new ConnectOptions(), resolver ?? new SystemNameResolver(), TimeProvider.System);

    private sealed class FixedResolver(params string[] addresses) : INameResolver
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());
    }
}
