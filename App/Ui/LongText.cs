using System.Text;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// Transfers texts between page and host that are too long for one message. They are sent in pieces, so that messages stay small and those
/// of the grid are not delayed. Pieces are bytes of UTF-8; a character that is split between two pieces is joined again.
/// </summary>
internal static class LongText
{
    /// <summary>
    /// The most characters that fit into one message, whatever they are. In JSON a character takes at most six bytes, and an event of a
    /// field contains its text twice. <c>js/long-text.js</c> has the same number.
    /// </summary>
    public const int MostInMessage = 10_000;

    /// <summary>The number of characters, and bytes, before the text: the framework ends the page when it gets an empty stream.</summary>
    private const int First = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Prepares a text as an argument for a function of the page that reads it with <c>textOf</c> of <c>js/long-text.js</c>.</summary>
    public static object ToPage(string text) =>
        text.Length <= MostInMessage ? text : new DotNetStreamReference(new MemoryStream(Utf8.GetBytes(text), writable: false));

    /// <summary>Reads the result of a function of the page that uses <c>bytesOf</c>, and disposes the reference.</summary>
    /// <returns>The text; null when it has more than <paramref name="mostBytes"/>.</returns>
    public static async Task<string?> ReadAsync(IJSStreamReference reference, long mostBytes)
    {
        await using (reference)
        {
            if (reference.Length - First > mostBytes)
            {
                return null;
            }

            await using var stream = await reference.OpenReadStreamAsync(mostBytes + First);
            using var reader = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: false);
            return (await reader.ReadToEndAsync())[First..];
        }
    }
}
