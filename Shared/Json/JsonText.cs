using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// Reads JSON as a browser's <c>JSON.parse</c> does: a number beyond the range of a double is infinite, unpaired surrogates are kept,
/// invalid UTF-8 becomes U+FFFD, a byte order mark is skipped.
/// </summary>
public static partial class JsonText
{
    /// <summary>The deepest nesting that is read, so that no recursion over a value can overflow the stack.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static JsValue Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.ToString());

    public static bool TryParse(string text, out JsValue value, [NotNullWhen(false)] out JsParseError? error)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var count = Encoding.UTF8.GetBytes(text, bytes);
            return TryParse(bytes.AsSpan(0, count), out value, out error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <param name="utf8">The whole document.</param>
    /// <param name="value">The value; undefined when the method returns false.</param>
    /// <param name="error">Where and why it is not JSON; null when the method returns true.</param>
    /// <param name="names">Shares key texts among documents of one source; may be null.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, out JsValue value, [NotNullWhen(false)] out JsParseError? error, KeyInterner? names = null) =>
        TryParse(utf8, new JsReadOptions { Names = names }, out value, out error);

    /// <param name="utf8">The whole document.</param>
    /// <param name="options">The limits for reading.</param>
    /// <param name="value">The value; undefined when the method returns false.</param>
    /// <param name="error">Where and why it is not JSON, or which limit it exceeds; null when the method returns true.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, JsReadOptions options, out JsValue value, [NotNullWhen(false)] out JsParseError? error)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            value = ReadValue(ref reader, new Unfinished(options));
            // Anything but white space after the first value throws here.
            reader.Read();
            error = null;
            return true;
        }
        catch (JsonException exception)
        {
            value = default;
            error = ToError(utf8, exception);
            return false;
        }
        catch (TooManyValuesException exception)
        {
            value = default;
            error = ToError(utf8[..(int)exception.At], options.MaxValues);
            return false;
        }
    }

    private static JsParseError ToError(ReadOnlySpan<byte> before, int maxValues) => new(
        before.Count((byte)'\n') + 1,
        Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1,
        string.Create(CultureInfo.InvariantCulture, $"it has more than {maxValues:N0} values, which is as many as are read here."));

    private static JsParseError ToError(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var reason = exception.Message;
        var tail = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (tail >= 0)
        {
            reason = reason[..tail];
        }

        // The reader's message names its own settings when the text ends too early or has a surplus comma.
        reason = reason.Contains("maximum configured depth", StringComparison.Ordinal)
            ? $"it is nested deeper than {MaxDepth} levels, which is as deep as documents are read here."
            : reason.Contains("isFinalBlock", StringComparison.Ordinal)
            ? "the text ends before it is complete."
            : reason.Replace(" Change the reader options.", "", StringComparison.Ordinal);

        var line = exception.LineNumber ?? 0;
        return new JsParseError(line + 1, LettersBefore(utf8, line, exception.BytePositionInLine ?? 0) + 1, CutLiteral(reason));
    }

    /// <summary>Converts the reader's byte position to characters, which editors count.</summary>
    private static int LettersBefore(ReadOnlySpan<byte> utf8, long line, long bytes)
    {
        for (var i = 0L; i < line; i++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(utf8[..(int)Math.Min(bytes, utf8.Length)]);
    }

    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" \t\r\n,:[]{}\"");

    /// <summary>For an unknown word the reader quotes everything that follows, perhaps the rest of the document.</summary>
    private static string CutLiteral(string reason)
    {
        const int Longest = 40;
        var end = reason.LastIndexOf("' is an invalid JSON literal", StringComparison.Ordinal);
        if (end <= 1 || reason[0] != '\'')
        {
            return reason;
        }

        var word = reason.AsSpan(1, end - 1);
        var stop = word.IndexOfAny(WordEnds);
        word = stop > 0 ? word[..stop] : word;
        return word.Length > Longest ? $"'{word[..Longest]}...{reason.AsSpan(end)}" : $"'{word}{reason.AsSpan(end)}";
    }

    /// <summary>The text or key at the reader's position.</summary>
    internal static string ReadText(ref Utf8JsonReader reader, KeyInterner? names)
    {
        var raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return names is null ? Encoding.UTF8.GetString(raw) : names.Get(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is >= 0 and var slash)
        {
            text.Append(Encoding.UTF8.GetString(raw[..slash]));
            var mark = raw[slash + 1];
            raw = raw[(slash + 2)..];
            if (mark == 'u')
            {
                text.Append((char)ushort.Parse(raw[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                raw = raw[4..];
            }
            else
            {
                text.Append(mark switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    _ => (char)mark,
                });
            }
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }
}
