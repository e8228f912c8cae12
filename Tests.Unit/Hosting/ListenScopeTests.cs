using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Hosting;

public sealed class ListenScopeTests
{
    [Theory]
    [InlineData(true, "http://localhost:7779")]
    [InlineData(true, "http://127.0.0.1:80", "http://[::1]:80", "https://127.0.0.2")]
    [InlineData(true, "http://studio.localhost:80")]
    [InlineData(false, "http://127.0.0.1:80", "http://0.0.0.0:80")]
    [InlineData(false, "http://[::]:80")]
    [InlineData(false, "http://*:80")]
    [InlineData(false, "http://+:80")]
    [InlineData(false, "http://192.168.0.7")]
    [InlineData(false, "http://localhost.example.com")]
    [InlineData(false, "http://unix:/run/studio.sock")]
    [InlineData(false)]
    public void IsLoopbackOnly_BoundAddresses_Decide(bool expected, params string[] addresses) =>
        Assert.Equal(expected, new ListenScope(new BoundServer(addresses)).IsLoopbackOnly);

    [Fact]
    public void IsLoopbackOnly_NoServer_IsTrue() => Assert.True(new ListenScope(null).IsLoopbackOnly);

    [Theory]
    [InlineData(null, "http://127.0.0.1:1", null)]
    [InlineData(null, "http://*:1", "from other machines, and then the setting Connect:Enabled has to be true")]
    [InlineData(true, "http://*:1", null)]
    [InlineData(false, "http://127.0.0.1:1", "the setting Connect:Enabled is false")]
    public async Task Obstacle_WhereTheHostListens_DecidesUnlessASettingDoes(bool? enabled, string address, string? obstacle)
    {
        using var http = new GuardedHttp(
            new ConnectOptions { Enabled = enabled },
            new SystemNameResolver(),
            TimeProvider.System,
            new ListenScope(new BoundServer(address)));

        Assert.Equal(obstacle is null, http.Obstacle is null);
        if (obstacle is not null)
        {
            Assert.EndsWith(obstacle, http.Obstacle, StringComparison.Ordinal);
            var refused = await Assert.ThrowsAsync<AddressRefusedException>(
                () => http.GetAsync(new Uri("http://127.0.0.1:1/"), 1, CancellationToken.None));
            Assert.EndsWith(obstacle, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Connector_OfARunningHost_IsThereAndAllowed()
    {
        await using var factory = new StudioFactory();
        _ = factory.Address;

        Assert.Null(factory.Services.GetRequiredService<RemoteConnector>().Obstacle);
    }

    private sealed class BoundServer : IServer
    {
        public BoundServer(params string[] addresses)
        {
            var bound = new ServerAddressesFeature();
            foreach (var address in addresses)
            {
                bound.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(bound);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
