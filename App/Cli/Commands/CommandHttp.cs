using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>
/// Reads other backends by the same settings as the host: appsettings.json, the environment and arguments such as
/// <c>--Connect:AllowedHosts:0=192.168.0.7</c>. They are read, and judged, only when something is to be fetched.
/// </summary>
internal sealed class CommandHttp(IReadOnlyList<string> settings) : IAsyncDisposable
{
    private ServiceProvider? _services;

    public GuardedHttp Http => (_services ??= CreateServices()).GetRequiredService<GuardedHttp>();

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ServiceProvider CreateServices()
    {
        // A command is over before a file of settings changes.
        var builder = StudioHost.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(builder.Configuration)
            .AddConnect()
            .BuildServiceProvider();
    }
}
