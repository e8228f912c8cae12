using System.Text;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Turns offsets into lines and columns.</summary>
internal static class JsPosition
{
    /// <summary>Line and column in letters, both from 1, of each offset; one walk through the text.</summary>
    public static IReadOnlyList<(int Line, int Column)> OfAll(ReadOnlySpan<byte> utf8, IReadOnlyList<int> offsets)
    {
        var result = new (int Line, int Column)[offsets.Count];
        var (at, line, column) = (0, 1, 1);
        foreach (var index in Enumerable.Range(0, offsets.Count).OrderBy(index => offsets[index]))
        {
            var passed = utf8[at..offsets[index]];
            if (passed.LastIndexOf((byte)'\n') is >= 0 and var end)
            {
                line += passed.Count((byte)'\n');
                column = 1;
                passed = passed[(end + 1)..];
            }

            column += Encoding.UTF8.GetCharCount(passed);
            at = offsets[index];
            result[index] = (line, column);
        }

        return result;
    }
}
