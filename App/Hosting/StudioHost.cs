using System.Net.Sockets;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting;

/// <summary>What every ASP.NET host decides once: its folder, its address, its files, its first and last words.</summary>
internal static class StudioHost
{
    private const string DefaultAddress = "http://localhost:7779";
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var givesFolder = args.Any(static arg => arg.TrimStart('-').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = givesFolder ? null : HostFolder.Find(),
        });
        builder.WebHost.UseStaticWebAssets();
        // What is written goes out on the thread that wrote it: rows leave the sooner, and a connection holds less. The name warns
        // of code that blocks; it would block a thread of the pool, as it would without this.
        builder.WebHost.UseSockets(static options => options.UnsafePreferInlineScheduling = true);
        if (!GivesAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        return builder;
    }

    /// <summary>
    /// Serves the files of the top-level <c>wwwroot</c>. Published, it lies in the host's folder; in the repository, beside it.
    /// </summary>
    public static void UseSiteFiles(this WebApplication app)
    {
        string[] places = ["wwwroot", "../wwwroot"];
        var folder = places
            .Select(place => Path.GetFullPath(Path.Combine(app.Environment.ContentRootPath, place)))
            .FirstOrDefault(Directory.Exists);
        if (folder is not null)
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        }
    }

    /// <summary>Runs until told to stop. A start that fails for a reason the user can mend says so in one line.</summary>
    /// <returns>The exit code: 0, or 1 when the host could not start.</returns>
    public static async Task<int> RunStudioAsync(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Greet(app));
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Explain(exception, app) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    private static bool GivesAddress(ConfigurationManager configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    private static void Greet(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            Console.WriteLine();
            Console.WriteLine($"  Live Grid Studio      {address}/");
            Console.WriteLine($"  OpenBB Workspace      add {address} as a custom backend");
            Console.WriteLine();
        }
    }

    private static string? Explain(Exception exception, WebApplication app) => exception switch
    {
        CatalogException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        IOException { InnerException: AddressInUseException } =>
            $"{Taken(app)} is taken by another program. Give another address, such as --urls http://localhost:7780.",
        IOException { InnerException: SocketException } or SocketException =>
            $"Cannot listen on {Taken(app)}: {exception.Message}",
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } =>
            $"{exception.Message} {exception.InnerException?.Message}",
        _ => null,
    };

    private static string Taken(WebApplication app)
    {
        var ports = app.Urls.Select(static url => BindingAddress.Parse(url).Port).Distinct();
        return $"Port {string.Join(" or ", ports)}";
    }
}
