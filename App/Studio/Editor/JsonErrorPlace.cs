using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The parser counts bytes, an editor characters.</summary>
internal static class JsonErrorPlace
{
    public static int ColumnOf(string text, JsParseError error)
    {
        var start = 0;
        for (var line = 1L; line < error.Line && start >= 0; line++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        var end = text.IndexOf('\n', start);
        var bytes = error.Column - 1;
        var column = 1;
        foreach (var rune in text.AsSpan(start, (end < 0 ? text.Length : end) - start).EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            column += rune.Utf16SequenceLength;
        }

        return column;
    }
}
