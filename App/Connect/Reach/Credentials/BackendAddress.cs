using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach.Credentials;

/// <summary>Reads a backend's address as users type it.</summary>
public static class BackendAddress
{
    private const string Document = "/widgets.json";

    /// <summary>Accepts <c>http://127.0.0.1:8000</c>, also without the scheme, with a path, or with a copied <c>/widgets.json</c>.</summary>
    /// <exception cref="ConnectException">It is not such an address; the message says why and never repeats a password.</exception>
    public static Uri Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var whole = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "http://" + trimmed;
        if (trimmed.Length == 0 || !Uri.TryCreate(whole, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw Refuse("this is not the address of a backend; one looks like http://127.0.0.1:8000");
        }

        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw Refuse($"only http and https addresses are read, not {address.Scheme}");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 1)
        {
            throw Refuse("leave out the password and the query: what the backend asks for is given as credentials");
        }

        _ = Origin.Of(address);
        var path = address.AbsolutePath;
        path = path.EndsWith(Document, StringComparison.OrdinalIgnoreCase) ? path[..^Document.Length] : path.TrimEnd('/');
        return new UriBuilder(address.Scheme, address.Host, address.Port, path).Uri;
    }

    private static ConnectException Refuse(string problem) => new(problem) { Fault = ConnectFault.BadRequest };
}
