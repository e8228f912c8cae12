using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Scaffold;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>An endpoint as a widget definition names it: a path below its backend, and parameters from the query.</summary>
/// <param name="Address">The endpoint as the user gave it.</param>
/// <param name="Backend">The address below which <c>widgets.json</c> is served.</param>
/// <param name="Endpoint">The path below the backend; the whole address when it is not below it.</param>
/// <param name="Params">One parameter for each name of the query.</param>
internal sealed record ScaffoldTarget(Uri Address, Uri Backend, string Endpoint, IReadOnlyList<ScaffoldParam> Params)
{
    private const string AnyId = "widget";
    private const int LongestId = 64;

    /// <value>A key for <c>widgets.json</c>, made from the last part of the path.</value>
    public string WidgetId
    {
        get
        {
            var last = Uri.UnescapeDataString(Address.AbsolutePath.TrimEnd('/').Split('/')[^1]).Split('.')[0];
            var id = string.Concat(last.Take(LongestId).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')).Trim('_');
            return id.Length == 0 ? AnyId : id;
        }
    }

    /// <param name="url">The endpoint's address, with its parameters as a query.</param>
    /// <param name="backend">The backend's address; null for the root of the endpoint's host.</param>
    /// <exception cref="CommandException">One of them is not an address.</exception>
    public static ScaffoldTarget Read(string url, string? backend)
    {
        var address = Require(url, "scaffold");
        var root = backend is null ? new Uri(address, "/") : Require(backend, "--backend");
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(address.Query))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (name.Length > 0)
            {
                // A name that comes again is a list, which Workspace joins with commas.
                parameters[name] = parameters.TryGetValue(name, out var before) ? $"{before},{value}" : value;
            }
        }

        return new ScaffoldTarget(
            address,
            root,
            Below(root, address.GetLeftPart(UriPartial.Path)),
            [.. parameters.Select(static pair => new ScaffoldParam(pair.Key) { Value = pair.Value.Length > 0 ? pair.Value : null })]);
    }

    /// <summary>An endpoint as the definition names it: its path if it is below the backend, else as it was given.</summary>
    public string Shorten(string endpoint)
    {
        var http = endpoint.StartsWith("ws", StringComparison.OrdinalIgnoreCase) && endpoint.Contains("://", StringComparison.Ordinal)
            ? $"http{endpoint[2..]}"
            : endpoint;
        return Below(Backend, http) is { } path && path != http ? path : endpoint;
    }

    private static string Below(Uri backend, string address)
    {
        var root = backend.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        return address.StartsWith(root, StringComparison.OrdinalIgnoreCase) && address.Length > root.Length ? address[root.Length..] : address;
    }

    private static Uri Require(string text, string option) => SourceReader.AsAddress(text) switch
    {
        // The address is not repeated, because it has the password.
        { UserInfo.Length: > 0 } => throw new CommandException($"{option}: leave the password out of the address; --key sends credentials."),
        { Scheme: "http" or "https" } address => address,
        _ => throw new CommandException($"{text}: {option} takes an http or https address, such as http://127.0.0.1:8000/rows"),
    };
}
