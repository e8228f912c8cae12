using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.App.Connect;

/// <summary>Where a backend's documents and rows are.</summary>
public static class WidgetAddress
{
    /// <summary>A document of the backend; a path that the backend's address has is kept.</summary>
    public static Uri OfDocument(Uri backend, string name)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return new Uri($"{backend.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{name.TrimStart('/')}");
    }

    /// <summary>
    /// The address of a widget's rows with its parameters' default values; null when the widget has no endpoint, or one that
    /// is no address.
    /// </summary>
    /// <remarks>Lists are joined with commas; a parameter without a value is left out.</remarks>
    public static Uri? OfRows(Uri backend, WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(widget);
        if (string.IsNullOrWhiteSpace(widget.Endpoint))
        {
            return null;
        }

        var isAbsolute = widget.Endpoint.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || widget.Endpoint.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var start = isAbsolute
            ? widget.Endpoint
            : $"{backend.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{widget.Endpoint.TrimStart('/')}";
        var query = string.Join('&', widget.Params.Select(Pair).OfType<string>());
        var mark = start.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var text = query.Length == 0 ? start : start + mark + query;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    private static string? Pair(ParamDefinition param)
    {
        if (string.IsNullOrEmpty(param.ParamName) || param.Value.IsNullish)
        {
            return null;
        }

        var text = param.Value.IsObject ? JsJson.Stringify(param.Value) : param.Value.ToString();
        return $"{Escape(param.ParamName)}={Escape(text)}";
    }

    /// <summary>Commas stay: they are what lists are joined with, and easier to read.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal);
}
