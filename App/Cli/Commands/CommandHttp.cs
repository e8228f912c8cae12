using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.Shared.Checking;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>
/// Reads other backends with the same settings as the host: appsettings.json, the environment and arguments such as
/// <c>--Connect:AllowedHosts:0=192.168.0.7</c>. The settings are read and validated only when something is fetched.
/// </summary>
internal sealed class CommandHttp(IReadOnlyList<string> settings) : IAsyncDisposable
{
    private ServiceProvider? _services;

    public GuardedHttp Http => Services.GetRequiredService<GuardedHttp>();

    /// <summary>The doctor, on a clock of the caller's.</summary>
    public BackendDoctor CreateDoctor(TimeProvider clock) => new(Http, Services.GetRequiredService<IOptions<ConnectOptions>>(), clock);

    public RemoteConnector Connector => Services.GetRequiredService<RemoteConnector>();

    private ServiceProvider Services => _services ??= CreateServices();

    /// <summary>The rules that the setting <c>Check:Disable</c> switches off.</summary>
    /// <exception cref="OptionsValidationException">It names an unknown rule.</exception>
    public RuleSwitches Rules => Services.GetRequiredService<IOptions<RuleOptions>>().Value.Switches;

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ServiceProvider CreateServices()
    {
        // No reload: a command ends before a settings file changes.
        var builder = StudioHost.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(builder.Configuration)
            .AddLogging()
            .AddMetrics()
            .AddConnect()
            .AddRules()
            .BuildServiceProvider();
    }
}
