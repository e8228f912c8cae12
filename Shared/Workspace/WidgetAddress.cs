using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Builds the addresses of a backend's documents, rows and sockets. They never contain credentials.</summary>
public static class WidgetAddress
{
    /// <summary>The address of a document; a path in the backend's address is kept.</summary>
    public static Uri OfDocument(Uri backend, string name)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return new Uri(Resolve(backend, name));
    }

    /// <summary>The address of a widget's rows; null when the widget has no endpoint or an invalid one. Lists are joined with commas.</summary>
    /// <param name="backend">The backend's address.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="parameters">Values by parameter name, in the order of the query.</param>
    public static Uri? OfRows(Uri backend, WidgetDefinition widget, IEnumerable<KeyValuePair<string, JsValue>> parameters)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(widget);
        return OfEndpoint(backend, widget.Endpoint, parameters);
    }

    /// <summary>The address of an endpoint, relative to the backend or absolute, with a query; null when there is none or it is invalid.</summary>
    public static Uri? OfEndpoint(Uri backend, string? endpoint, IEnumerable<KeyValuePair<string, JsValue>> parameters)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        var isAbsolute = IsAbsolute(endpoint, "http://") || IsAbsolute(endpoint, "https://");
        var start = isAbsolute ? endpoint : Resolve(backend, endpoint);
        var query = string.Join('&', parameters.Select(static pair => Pair(pair.Key, pair.Value)).OfType<string>());
        var mark = start.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var text = query.Length == 0 ? start : start + mark + query;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    /// <summary>
    /// The address of a widget's socket: relative to the backend or absolute, with the first <c>http</c> in it replaced by <c>ws</c>, as
    /// Workspace does. Null when the widget has no <c>wsEndpoint</c> or an invalid one.
    /// </summary>
    public static Uri? OfSocket(Uri backend, WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(widget);
        if (widget.WsEndpoint?.Trim() is not { Length: > 0 } endpoint)
        {
            return null;
        }

        string[] schemes = ["http://", "https://", "ws://", "wss://"];
        var whole = schemes.Any(scheme => IsAbsolute(endpoint, scheme)) ? endpoint : Resolve(backend, endpoint);
        var http = whole.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        var text = http < 0 ? whole : $"{whole[..http]}ws{whole[(http + 4)..]}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" ? address : null;
    }

    private static bool IsAbsolute(string endpoint, string scheme) =>
        endpoint.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static string Resolve(Uri backend, string name) =>
        $"{backend.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{name.TrimStart('/')}";

    private static string? Pair(string name, JsValue value)
    {
        if (WidgetParams.IsLeftOut(value))
        {
            return null;
        }

        var text = value.IsObject ? JsonText.Stringify(value) : value.ToString();
        return $"{Escape(name)}={Escape(text)}";
    }

    /// <summary>Commas are not escaped: they separate list values and are easier to read.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal);
}
