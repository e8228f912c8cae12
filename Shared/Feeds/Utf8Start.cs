using System.Text;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>Reads the start of a text that may be large, with bounded memory.</summary>
internal static class Utf8Start
{
    /// <param name="utf8">The whole text.</param>
    /// <param name="mostBytes">The most bytes to read; a character that this limit cuts is left out.</param>
    /// <returns>The start, and how many characters follow it.</returns>
    public static (string Text, int OmittedCharacters) Of(ReadOnlySpan<byte> utf8, int mostBytes)
    {
        var length = LengthOf(utf8, mostBytes);
        return (Encoding.UTF8.GetString(utf8[..length]), Encoding.UTF8.GetCharCount(utf8[length..]));
    }

    /// <summary>The largest number of bytes within the limit that does not cut a character.</summary>
    public static int LengthOf(ReadOnlySpan<byte> utf8, int mostBytes)
    {
        var length = Math.Min(utf8.Length, mostBytes);
        while (length > 0 && length < utf8.Length && (utf8[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
