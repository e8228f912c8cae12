using System.Net;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio.Definition;

/// <summary>
/// <c>Studio:SaveEnabled</c>; where that says nothing, saving is on as long as nobody but this machine can reach the host.
/// </summary>
internal sealed class SaveGate(IOptions<StudioOptions> options, IServer server) : ISaveGate
{
    public string? Refusal => options.Value.SaveEnabled switch
    {
        true => null,
        false => "Saving is switched off by the setting Studio:SaveEnabled.",
        null when ListensOnLoopbackAlone() => null,
        null => "Saving is off because other machines can reach this host. Set Studio:SaveEnabled to true to allow it.",
    };

    private bool ListensOnLoopbackAlone() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.All(static address => IsLoopback(BindingAddress.Parse(address))) ?? true;

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
