using System.Text;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>One frame as it came over the wire, for people to read.</summary>
/// <param name="ReceivedAt">When its last byte was there.</param>
/// <param name="Text">Its text, or the start of it: at most <see cref="MaxTextBytes"/> of UTF-8.</param>
/// <param name="Bytes">The size of the whole frame.</param>
/// <param name="IsReadable">Whether it is JSON; false also for a frame that was too large to be kept.</param>
public sealed record ReceivedFrame(DateTimeOffset ReceivedAt, string Text, long Bytes, bool IsReadable)
{
    /// <summary>A longer text is cut.</summary>
    public const int MaxTextBytes = 16 * 1024;

    /// <value>Whether <see cref="Text"/> is only the start.</value>
    public bool IsCut { get; init; }

    public static ReceivedFrame Of(DateTimeOffset receivedAt, ReadOnlySpan<byte> utf8, bool isReadable)
    {
        var length = Utf8Start.LengthOf(utf8, MaxTextBytes);
        return new ReceivedFrame(receivedAt, Encoding.UTF8.GetString(utf8[..length]), utf8.Length, isReadable)
        {
            IsCut = length < utf8.Length,
        };
    }
}
