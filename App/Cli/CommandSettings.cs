using System.CommandLine;
using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Cli;

/// <summary>Settings of the host that a command obeys: <c>--Connect:AllowedHosts:0=192.168.0.7</c>, the environment, appsettings.json.</summary>
internal static class CommandSettings
{
    /// <summary>What is wrong with the arguments that no option took; null when they are settings, or none.</summary>
    public static string? Problem(ParseResult parsed)
    {
        var odd = parsed.UnmatchedTokens.FirstOrDefault(static token => !IsSetting(token));
        return odd is null ? null
            : odd.StartsWith('-') ? $"Unknown option '{odd}'. A setting is written --Section:Key=value."
            : $"Unexpected argument '{odd}'.";
    }

    /// <summary>What reads other backends, by the same rules as in the host. The caller disposes the provider.</summary>
    /// <param name="parsed">Its unmatched arguments are the settings.</param>
    public static ServiceProvider CreateServices(ParseResult parsed)
    {
        var configuration = StudioHost.CreateBuilder([.. parsed.UnmatchedTokens]).Configuration;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddConnect()
            .BuildServiceProvider();
    }

    private static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal)
        && token.Split('=', 2) is [var key, _]
        && key.Contains(':', StringComparison.Ordinal);
}
