using System.Net;

namespace LiveGridStudio.App.Hosting.Proxies;

/// <summary>The reverse proxies in front of this host, section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    public const string SectionName = "Proxy";

    /// <value>
    /// Addresses (<c>127.0.0.1</c>, <c>::1</c>) or networks (<c>10.0.0.0/8</c>) of the proxies whose <c>X-Forwarded-Proto</c> and
    /// <c>X-Forwarded-For</c> are trusted; those of all others are ignored. Empty, the default: there is no proxy.
    /// </value>
    public List<string> Trusted { get; init; } = [];

    /// <summary>Reads one entry as a network; a single address is a network of its own.</summary>
    internal static bool TryRead(string? text, out IPNetwork network)
    {
        network = default;
        if (text is null || text.Contains('%', StringComparison.Ordinal))
        {
            return false;
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(text, out network);
        }

        // The parser accepts "10" and "10.1" as addresses; in a setting they are mistakes.
        var isWhole = text.Contains(':', StringComparison.Ordinal) || text.Count(static c => c == '.') == 3;
        if (!isWhole || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
