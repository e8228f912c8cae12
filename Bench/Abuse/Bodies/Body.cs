using System.Buffers;
using System.Text;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Makes bodies of a given size out of a repeated part.</summary>
internal static class Body
{
    /// <summary>The largest body that the routes accept.</summary>
    public const int Most = 5 * 1024 * 1024;

    public static byte[] Of(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The head, as many items as fit, the tail.</summary>
    /// <param name="head">The text before the items.</param>
    /// <param name="item">Makes the item of an index.</param>
    /// <param name="tail">The text after the items.</param>
    /// <param name="bytes">Size of the body at most.</param>
    /// <param name="items">Number of items at most.</param>
    /// <param name="separator">Between two items.</param>
    public static byte[] Fill(
        string head, Func<int, string> item, string tail, int bytes = Most, int items = int.MaxValue, string separator = ",")
    {
        var body = new ArrayBufferWriter<byte>(bytes);
        Encoding.UTF8.GetBytes(head, body);
        for (var i = 0; i < items; i++)
        {
            var next = i == 0 ? item(i) : separator + item(i);
            if (body.WrittenCount + Encoding.UTF8.GetByteCount(next) + Encoding.UTF8.GetByteCount(tail) > bytes)
            {
                break;
            }

            Encoding.UTF8.GetBytes(next, body);
        }

        Encoding.UTF8.GetBytes(tail, body);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Texts with commas between them.</summary>
    public static string List(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    public static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
