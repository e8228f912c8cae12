using System.Text;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// Texts between page and host that are longer than a message should be: they go in pieces, so that no message of a page is large,
/// and what the grid sends meanwhile gets through. Pieces are bytes of UTF-8; a letter that lies across two is put together again.
/// </summary>
internal static class LongText
{
    /// <summary>
    /// So many letters go in one message, whatever they are. Written as JSON one takes six bytes at most, and an event of a field has its
    /// text twice. <c>js/long-text.js</c> has the same number.
    /// </summary>
    public const int MostInMessage = 10_000;

    /// <summary>Letters, and bytes, that go before the text: the framework ends the page when it is given a stream of nothing.</summary>
    private const int First = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A text as an argument for a function of the page that takes it with <c>textOf</c> of <c>js/long-text.js</c>.</summary>
    public static object ToPage(string text) =>
        text.Length <= MostInMessage ? text : new DotNetStreamReference(new MemoryStream(Utf8.GetBytes(text), writable: false));

    /// <summary>Reads what a function of the page gave with <c>bytesOf</c>, and lets go of it.</summary>
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
