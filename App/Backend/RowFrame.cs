using System.Buffers;
using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// The frame of some rows, composed of bytes that were serialised when the ticks arrived: one row as an object, several as a list.
/// </summary>
internal readonly struct RowFrame
{
    private readonly byte[]? _rented;

    private RowFrame(ReadOnlyMemory<byte> utf8, byte[]? rented)
    {
        Utf8 = utf8;
        _rented = rented;
    }

    /// <value>Valid until <see cref="Return"/>.</value>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <param name="quotes">At least one.</param>
    public static RowFrame Compose(List<Quote> quotes)
    {
        if (quotes.Count == 1)
        {
            return new RowFrame(quotes[0].MessageUtf8, null);
        }

        var length = 1 + quotes.Count;
        foreach (var quote in quotes)
        {
            length += quote.MessageUtf8.Length;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var quote in quotes)
        {
            buffer[at] = (byte)(at == 0 ? '[' : ',');
            quote.MessageUtf8.Span.CopyTo(buffer.AsSpan(at + 1));
            at += 1 + quote.MessageUtf8.Length;
        }

        buffer[at] = (byte)']';
        return new RowFrame(buffer.AsMemory(0, length), buffer);
    }

    /// <summary>Returns the buffer to the pool. Do not call it while a send may still read the buffer.</summary>
    public void Return()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
