using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class BackendOptionsValidator : IValidateOptions<BackendOptions>
{
    private const int LeastMessageBytes = 256;
    private const int MostMessageBytes = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, BackendOptions options)
    {
        var failures = new List<string>();
        SettingRange.Require(failures, "Backend:FlushInterval", options.FlushInterval, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        SettingRange.Require(
            failures, "Backend:CloseTimeout", options.CloseTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        SettingRange.Require(
            failures, "Backend:StalledAfter", options.StalledAfter, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        SettingRange.Require(failures, "Backend:MaxMessageBytes", options.MaxMessageBytes, LeastMessageBytes, MostMessageBytes);
        for (var i = 0; i < options.AllowedOrigins.Count; i++)
        {
            if (!OriginPolicy.IsOrigin(options.AllowedOrigins[i]))
            {
                failures.Add(
                    $"Backend:AllowedOrigins:{i} must be an origin such as https://pro.openbb.co (no path), or *, " +
                    $"but is '{options.AllowedOrigins[i]}'.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
