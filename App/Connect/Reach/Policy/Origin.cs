namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>The origin of an address, by which browsers separate sites: scheme, host and port.</summary>
internal static class Origin
{
    /// <summary>The origin of Workspace's pages.</summary>
    public const string OfWorkspace = "https://pro.openbb.co";

    /// <exception cref="ConnectException">The host has characters that no host name can have.</exception>
    public static string Of(Uri address) => $"{Scheme(address)}://{Host(address)}:{address.Port}";

    /// <summary>An origin of <see cref="Of"/> as users read it: without the default port of its scheme.</summary>
    public static string Shown(string origin) => new Uri(origin).GetLeftPart(UriPartial.Authority);

    /// <summary>Reads an origin that <see cref="Of"/> has written; null for any other text.</summary>
    public static string? Read(string? text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                && address.Host.Length > 0 && Of(address) == text ? text : null;
        }
        catch (ConnectException)
        {
            return null;
        }
    }

    public static bool AreSame(Uri one, Uri other) => Of(one) == Of(other);

    private static string Host(Uri address)
    {
        try
        {
            var host = address.IdnHost.ToLowerInvariant();
            return address.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        }
        catch (UriFormatException exception)
        {
            throw new ConnectException($"{ConnectProblem.Name(address)}: this is no name of a host", exception) { Fault = ConnectFault.BadRequest };
        }
    }

    /// <summary>A WebSocket starts as an HTTP request, so it counts as HTTP.</summary>
    private static string Scheme(Uri address) => address.Scheme switch
    {
        "ws" => Uri.UriSchemeHttp,
        "wss" => Uri.UriSchemeHttps,
        var scheme => scheme,
    };
}
