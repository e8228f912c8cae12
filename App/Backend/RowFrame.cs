using System.Buffers;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// The frame of some rows, put together from bytes that were serialised when the rows changed: one row bare, several as a list.
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

    /// <param name="rows">At least one.</param>
    public static RowFrame Compose(List<TableRow> rows)
    {
        if (rows.Count == 1)
        {
            return new RowFrame(rows[0].MessageUtf8, null);
        }

        var length = 1 + rows.Count;
        foreach (var row in rows)
        {
            length += row.MessageUtf8.Length;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var row in rows)
        {
            buffer[at] = (byte)(at == 0 ? '[' : ',');
            row.MessageUtf8.Span.CopyTo(buffer.AsSpan(at + 1));
            at += 1 + row.MessageUtf8.Length;
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
