using Bunit;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class SaveGateTests : StudioContext
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:7779", false)]
    [InlineData(null, "http://0.0.0.0:7779", true)]
    [InlineData(true, "http://0.0.0.0:7779", false)]
    [InlineData(false, "http://127.0.0.1:7779", true)]
    public void Refusal_SettingAndAddress_NamesTheSetting(bool? setting, string address, bool isRefused)
    {
        var refusal = Create(setting, address).Refusal;

        Assert.Equal(isRefused, refusal is not null);
        Assert.True(refusal is null || refusal.Contains("Studio:SaveEnabled", StringComparison.Ordinal));
    }

    [Fact]
    public void Editor_SavingIsOff_DisablesTheButtonAndSaysWhyWithTheSetting()
    {
        var refusal = Create(null, "http://*:7779").Refusal;

        var cut = Render<DefinitionEditor>(parameters => parameters
            .Add(editor => editor.Draft, new DefinitionDraft("w", "{}", Clock))
            .Add(editor => editor.SaveObstacle, refusal));

        Assert.True(cut.Find("[data-testid=save]").HasAttribute("disabled"));
        Assert.Contains("Set Studio:SaveEnabled to true", cut.Find("[data-testid=editor-state]").TextContent, StringComparison.Ordinal);
    }

    private static SaveGate Create(bool? setting, string address) =>
        new(Options.Create(new StudioOptions { SaveEnabled = setting }), new ListenScope(new Server(address)));

    private sealed class Server : IServer
    {
        public Server(string address) => Features.Set<IServerAddressesFeature>(new Bound { Addresses = { address } });

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => Features.Set<IServerAddressesFeature>(null);
    }

    private sealed class Bound : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; } = [];

        public bool PreferHostingUrls { get; set; }
    }
}
