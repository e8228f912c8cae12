using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Support;

/// <summary>The real host on a free port of the loopback address. By default tests publish the ticks themselves.</summary>
internal sealed class StudioFactory : WebApplicationFactory<Program>
{
    private readonly (string Key, string Value)[] _settings;
    private readonly bool _simulates;

    public StudioFactory(params (string Key, string Value)[] settings)
        : this(simulates: false, settings)
    {
    }

    public StudioFactory(bool simulates, params (string Key, string Value)[] settings)
    {
        _simulates = simulates;
        _settings = settings;
        UseKestrel();
    }

    public ManualTickSource Ticks { get; } = new();

    /// <value>The clock of the host; null for the system's clock.</value>
    public TimeProvider? Clock { get; init; }

    /// <value>Changes services of the host, after all other registrations; null for none.</value>
    public Action<IServiceCollection>? Alter { get; init; }

    public QuoteBook Book => Services.GetRequiredService<QuoteBook>();

    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Not through UseKestrel's port: the factory sets that when the host may already be starting at its own address.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        // Most tests open a backend by its address to test something else.
        builder.UseSetting("Connect:AskFirst", "false");
        builder.UseSetting("Studio:OpensWithAll", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        if (Clock is { } clock)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }

        if (!_simulates)
        {
            builder.ConfigureTestServices(services => services.AddSingleton<ITickSource>(Ticks));
        }

        if (Alter is { } alter)
        {
            builder.ConfigureTestServices(alter);
        }
    }
}
