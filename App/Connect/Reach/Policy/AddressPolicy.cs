using System.Net;
using System.Net.Sockets;

namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>
/// Decides which addresses may be connected to. The address that counts is the resolved one that the connection goes to, so a name that
/// resolves to another address gives no access.
/// </summary>
public sealed class AddressPolicy
{
    private static readonly IPAddress CloudMetadata = IPAddress.Parse("fd00:ec2::254");

    private readonly IReadOnlyList<AllowedHost> _allowed;
    private readonly string? _named;

    /// <param name="options">The settings. Invalid entries are ignored here; the validation at the start refuses them.</param>
    public AddressPolicy(ConnectOptions options)
        : this(options, null)
    {
    }

    /// <summary>For one address of the settings: its host may be connected to wherever it is, and others only where a list of the user allows it.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="named">The host that a setting names; null for none.</param>
    internal AddressPolicy(ConnectOptions options, string? named)
    {
        ArgumentNullException.ThrowIfNull(options);
        _named = named;
        var entries = new List<AllowedHost>();
        foreach (var text in options.AllowedHosts)
        {
            if (AllowedHost.TryParse(text, out var entry))
            {
                entries.Add(entry!);
            }
        }

        _allowed = options.AllowedHosts.Count == 0 && named is null ? [AllowedHost.Loopback] : entries;
    }

    /// <value>Whether it is for one address of the settings, so that every other host is one that a redirect leads to.</value>
    internal bool IsForSetting => _named is not null;

    /// <summary>Whether a connection to <paramref name="address"/>, one of the host's addresses, is allowed.</summary>
    /// <param name="host">The host of the URL: a name, or an address as text.</param>
    /// <param name="address">The target of the connection. IPv4 inside IPv6 counts as IPv4.</param>
    public bool Allows(string host, IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(address);
        var target = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IsNobody(target))
        {
            return false;
        }

        return host.Equals(_named, StringComparison.OrdinalIgnoreCase)
            || _allowed.Any(entry => entry.Covers(target))
            || (!IsSpecial(target) && _allowed.Any(entry => entry.Names(host.TrimEnd('.'))));
    }

    /// <summary>0.0.0.0/8 and ::, which some systems treat as this machine.</summary>
    private static bool IsNobody(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork
            ? address.GetAddressBytes()[0] == 0
            : address.Equals(IPAddress.IPv6Any);

    /// <summary>
    /// Addresses that no name may resolve to: this machine, link-local addresses, and the metadata addresses of clouds, also through NAT64.
    /// </summary>
    private static bool IsSpecial(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            var bytes = address.GetAddressBytes();
            return bytes is [169, 254, ..] or [100, 100, 100, 200] || bytes[0] >= 224;
        }

        return address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.IsIPv6SiteLocal || address.Equals(CloudMetadata)
            || (address.GetAddressBytes() is [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. var behind] && IsSpecial(new IPAddress(behind)));
    }
}
