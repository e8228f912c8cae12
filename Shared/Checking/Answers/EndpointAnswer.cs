using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>What an endpoint answered with a status of success.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">The header as it was sent; null without one.</param>
public sealed record EndpointAnswer(ReadOnlyMemory<byte> Body, string? ContentType)
{
    /// <summary>The most values of an answer that is read; more would need hundreds of megabytes.</summary>
    public const int MaxValues = 5_000_000;

    private readonly Lazy<(JsValue Value, JsParseError? Error)> _json = new(() =>
        JsonText.TryParse(Body.Span, new JsReadOptions { MaxValues = MaxValues }, out var value, out var error) ? (value, null) : (default, error));

    /// <value>Undefined when the body is not JSON.</value>
    public JsValue Json => _json.Value.Value;

    /// <value>Why the body is not JSON; null when it is.</value>
    public string? NotJson => _json.Value.Error?.ToString();

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <value>Whether it looks like a web page.</value>
    public bool IsPage => Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
}
