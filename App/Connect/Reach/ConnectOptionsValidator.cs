using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Stops the start with a message that names the entry and its valid values.</summary>
internal sealed class ConnectOptionsValidator : IValidateOptions<ConnectOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectOptions options)
    {
        var failures = new List<string>();
        for (var i = 0; i < options.AllowedHosts.Count; i++)
        {
            if (!AllowedHost.TryParse(options.AllowedHosts[i], out _))
            {
                failures.Add(
                    $"Connect:AllowedHosts:{i} must be a host name such as api.example.com or *.example.com, "
                    + $"an address such as 192.168.0.7 or a range such as 192.168.0.0/16, but is '{options.AllowedHosts[i]}'.");
            }
        }

        SettingRange.Require(
            failures,
            "Connect:MaxFrameBytes",
            options.MaxFrameBytes,
            ConnectOptions.LeastMaxFrameBytes,
            ConnectOptions.MostMaxFrameBytes);
        SettingRange.Require(failures, "Connect:Timeout", options.Timeout, ConnectOptions.LeastTimeout, ConnectOptions.MostTimeout);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
