using System.Net;

namespace LiveGridStudio.App.Hosting.Proxies;

/// <summary>Which reverse proxies stand in front of this host, section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    public const string SectionName = "Proxy";

    /// <value>
    /// Addresses (<c>127.0.0.1</c>, <c>::1</c>) or networks (<c>10.0.0.0/8</c>) of the proxies whose <c>X-Forwarded-Proto</c> and
    /// <c>X-Forwarded-For</c> are believed; those of anyone else are passed over. Empty, the default: there is no proxy.
    /// </value>
    public List<string> Trusted { get; init; } = [];

    /// <summary>Reads one entry as a network; one address is a network of itself.</summary>
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

        // "10" and "10.1" are addresses to the parser; to the author they are mistakes.
        var isWhole = text.Contains(':', StringComparison.Ordinal) || text.Count(static c => c == '.') == 3;
        if (!isWhole || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
