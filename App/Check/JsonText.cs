using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Check;

/// <summary>Reads JSON that a user wrote; what is wrong with it has a place that an editor shows.</summary>
internal static class JsonText
{
    /// <param name="utf8">The whole text.</param>
    /// <param name="value">The value; undefined when there is a fault.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Why it is not JSON, with line and column in letters; null when it is.</returns>
    public static JsParseError? Read(ReadOnlySpan<byte> utf8, out JsValue value, CancellationToken cancellationToken = default) =>
        JsJson.TryParse(utf8, new JsReadOptions { Cancellation = cancellationToken }, out value, out var error) ? null : error with { Column = LettersBefore(utf8, error) + 1 };

    /// <summary>The parser counts bytes, editors count letters.</summary>
    private static int LettersBefore(ReadOnlySpan<byte> utf8, JsParseError error)
    {
        var line = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        for (var i = 1L; i < error.Line; i++)
        {
            line = line[(line.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(line[..(int)Math.Min(error.Column - 1, line.Length)]);
    }
}
