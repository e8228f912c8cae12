using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>Whether a browser's <c>new URL(text)</c> accepts a text: it needs a scheme and, for web schemes, a host.</summary>
internal static partial class WebAddress
{
    private static readonly SearchValues<char> ForbiddenInHost = SearchValues.Create("\0\t\n\r #/:<>?@[\\]^|");

    public static bool IsUrl(string text)
    {
        var url = Clean(text);
        if (Scheme().Match(url) is not { Success: true } match)
        {
            return false;
        }

        var rest = url[match.Length..];
        switch (match.Groups["scheme"].Value.ToLowerInvariant())
        {
            case "file":
                return true;
            case "http" or "https" or "ws" or "wss" or "ftp":
                return IsAuthority(Until(rest.TrimStart('/', '\\'), "/\\?#"), isWeb: true);
            default:
                return !rest.StartsWith("//", StringComparison.Ordinal) || IsAuthority(Until(rest[2..], "/?#"), isWeb: false);
        }
    }

    private static string Clean(string text)
    {
        var line = string.Concat(JsWhitespace.Trim(text).Where(static c => c is not ('\t' or '\n' or '\r')));
        return line.Trim([.. Enumerable.Range(0, ' ' + 1).Select(static c => (char)c)]);
    }

    private static string Until(string text, string marks) =>
        text.IndexOfAny(marks.ToCharArray()) is >= 0 and var end ? text[..end] : text;

    private static bool IsAuthority(string authority, bool isWeb)
    {
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        var hasPort = PortAtEnd().Match(host) is { Success: true };
        if (hasPort)
        {
            var mark = host.LastIndexOf(':');
            var port = host[(mark + 1)..];
            host = host[..mark];
            if (port.Length > 0 && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 65535))
            {
                return false;
            }
        }

        if (host.Length == 0)
        {
            return !isWeb && at < 0 && !hasPort;
        }

        return host[0] == '['
            ? host[^1] == ']' && host.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(host, out _)
            : isWeb ? IsDomain(Uri.UnescapeDataString(host)) : !host.AsSpan().ContainsAny(ForbiddenInHost);
    }

    private static bool IsDomain(string host)
    {
        if (host.Length == 0
            || host.AsSpan().ContainsAny(ForbiddenInHost)
            || host.Any(static c => c is '%' or < ' ' or '\u007F'))
        {
            return false;
        }

        var last = host.TrimEnd('.').Split('.')[^1];
        return !NumericLabel().IsMatch(last) || IPAddress.TryParse(host.TrimEnd('.'), out _);
    }

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@":[^:\]]*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PortAtEnd();

    [GeneratedRegex(@"^([0-9]+|0[xX][0-9A-Fa-f]*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumericLabel();
}
