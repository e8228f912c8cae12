using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace LiveGridStudio.App.Hosting;

/// <summary>The basic setup of the ASP.NET host: its folder, its address, its files, its start and end.</summary>
internal static class StudioHost
{
    private const string SettingsKey = "settings";
    private const string DefaultAddress = "http://localhost:7779";
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];
    private static readonly string[] AnyAddresses = ["0.0.0.0", "[::]", "*", "+"];

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var givesFolder = args.Any(static arg => arg.TrimStart('-').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = givesFolder ? null : HostFolder.Find(),
        });
        AddSettingsFile(builder.Configuration, args);
        builder.WebHost.UseStaticWebAssets();
        // Writes go out on the writing thread: rows are sent sooner, and a connection uses less memory. "Unsafe" warns of code that blocks;
        // it would block a pool thread in either case.
        builder.WebHost.UseSockets(static options => options.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.AddServerHeader = false;
            // Bodies are small here, or arrive over a network that is faster than this; slower ones only occupy a place.
            options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 32 * 1024, gracePeriod: TimeSpan.FromSeconds(3));
        });
        if (!GivesAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        return builder;
    }

    /// <summary>Serves the files of the top-level <c>wwwroot</c>: in the host's folder when published, beside it in the repository.</summary>
    public static void UseSiteFiles(this WebApplication app)
    {
        string[] places = ["wwwroot", "../wwwroot"];
        var folder = places
            .Select(place => Path.GetFullPath(Path.Combine(app.Environment.ContentRootPath, place)))
            .FirstOrDefault(Directory.Exists);
        if (folder is not null)
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                // The browser revalidates its copy, as for the components' scripts: files of two versions must not be mixed.
                OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache",
            });
        }
    }

    /// <summary>Builds and runs a host until it is stopped. A failed start prints its reason in one line.</summary>
    /// <returns>The exit code: 0, or 1 when the host could not start.</returns>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            var app = build();
            app.Lifetime.ApplicationStarted.Register(() => Greet(app));
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (StartFailure.Explain(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    /// <summary>
    /// Reads the file that <c>--settings</c> names, relative to the working directory: over <c>appsettings.json</c>, under the environment and
    /// the command line.
    /// </summary>
    private static void AddSettingsFile(ConfigurationManager configuration, string[] args)
    {
        if (new ConfigurationBuilder().AddCommandLine(args).Build()[SettingsKey] is not { Length: > 0 } file)
        {
            return;
        }

        if (!File.Exists(file))
        {
            throw new InvalidDataException($"--{SettingsKey} must name a file with settings, but there is none at '{file}'.");
        }

        var source = new JsonConfigurationSource { Path = Path.GetFullPath(file) };
        source.ResolveFileProvider();
        IList<IConfigurationSource> sources = configuration.Sources;
        var last = sources.LastOrDefault(static known => known is JsonConfigurationSource);
        sources.Insert(last is null ? 0 : sources.IndexOf(last) + 1, source);
    }

    private static bool GivesAddress(ConfigurationManager configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    private static void Greet(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            var any = AnyAddresses.FirstOrDefault(host => address.Contains($"//{host}", StringComparison.Ordinal));
            var shown = any is null ? address : address.Replace($"//{any}", "//localhost", StringComparison.Ordinal);
            Console.WriteLine();
            Console.WriteLine($"  Live Grid Studio      {shown}/");
            Console.WriteLine($"  OpenBB Workspace      add {shown} as a custom backend");
            if (any is not null)
            {
                Console.WriteLine($"  Other machines        by a name that the setting AllowedHosts lists ({app.Configuration["AllowedHosts"]})");
            }

            Console.WriteLine();
        }
    }
}
