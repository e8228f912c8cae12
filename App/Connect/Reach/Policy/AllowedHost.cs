using System.Net;

namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>One entry of <see cref="ConnectOptions.AllowedHosts"/>: a name, all names below a domain, or a range of addresses.</summary>
internal sealed class AllowedHost
{
    private const string Below = "*.";
    private readonly string? _name;
    private readonly IReadOnlyList<IPNetwork> _ranges;

    private AllowedHost(string? name, params IPNetwork[] ranges)
    {
        _name = name;
        _ranges = ranges;
    }

    /// <summary>This machine only: <c>127.0.0.0/8</c> and <c>::1</c>.</summary>
    public static AllowedHost Loopback { get; } =
        new(null, IPNetwork.Parse("127.0.0.0/8"), new IPNetwork(IPAddress.IPv6Loopback, 128));

    public static bool TryParse(string? entry, out AllowedHost? host)
    {
        host = null;
        if (string.Equals(entry, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            host = Loopback;
        }
        else if (IPAddress.TryParse(entry, out var address))
        {
            host = IsWhole(entry, address) ? new AllowedHost(null, RangeOf(address)) : null;
        }
        else if (IPNetwork.TryParse(entry, out var range))
        {
            host = new AllowedHost(null, range);
        }
        else if (entry is not null && IsName(entry.StartsWith(Below, StringComparison.Ordinal) ? entry[Below.Length..] : entry))
        {
            host = new AllowedHost(entry);
        }

        return host is not null;
    }

    /// <summary>Whether the entry names the host; false for an entry of addresses.</summary>
    /// <param name="host">A name without a trailing dot, or an address as text.</param>
    public bool Names(string host) => _name is { } name
        && (name.StartsWith(Below, StringComparison.Ordinal)
            ? host.Length > name.Length - 1 && host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(name, StringComparison.OrdinalIgnoreCase));

    public bool Covers(IPAddress address) => _ranges.Any(range => range.Contains(address));

    private static IPNetwork RangeOf(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? RangeOf(address.MapToIPv4()) : new IPNetwork(address, address.GetAddressBytes().Length * 8);

    /// <summary>The parser accepts <c>7</c> and <c>10.1</c> as addresses, but an author who writes them means something else.</summary>
    private static bool IsWhole(string entry, IPAddress address) =>
        entry.Contains(':', StringComparison.Ordinal) || entry == address.ToString();

    private static bool IsName(string text) =>
        text.Length > 0
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
        && text.Any(char.IsAsciiLetter)
        && !text.EndsWith('.')
        && Uri.CheckHostName(text) == UriHostNameType.Dns;
}
