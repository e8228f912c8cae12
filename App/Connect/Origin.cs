namespace LiveGridStudio.App.Connect;

/// <summary>The part of an address that browsers keep apart: scheme, host and port.</summary>
internal static class Origin
{
    /// <summary>Where Workspace's pages come from.</summary>
    public const string OfWorkspace = "https://pro.openbb.co";

    public static string Of(Uri address) => $"{Scheme(address)}://{address.IdnHost.ToLowerInvariant()}:{address.Port}";

    public static bool AreSame(Uri one, Uri other) => Of(one) == Of(other);

    /// <summary>A WebSocket starts as a request of HTTP.</summary>
    private static string Scheme(Uri address) => address.Scheme switch
    {
        "ws" => Uri.UriSchemeHttp,
        "wss" => Uri.UriSchemeHttps,
        var scheme => scheme,
    };
}
