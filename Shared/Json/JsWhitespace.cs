namespace LiveGridStudio.Shared.Json;

/// <summary>The characters that JavaScript's <c>trim</c> removes; .NET's differs in U+0085 and U+FEFF.</summary>
internal static class JsWhitespace
{
    private static readonly char[] Blanks =
    [
        '\t', '\n', '\v', '\f', '\r', ' ', '\u00A0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005',
        '\u2006', '\u2007', '\u2008', '\u2009', '\u200A', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF',
    ];

    /// <summary>Whether JavaScript's <c>\s</c> matches it. .NET counts U+0085 too, and not U+FEFF.</summary>
    public static bool Has(char c) => Array.IndexOf(Blanks, c) >= 0;

    public static string Trim(string text) => text.Trim(Blanks);

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(Blanks);

    public static string TrimStart(string text) => text.TrimStart(Blanks);
}
