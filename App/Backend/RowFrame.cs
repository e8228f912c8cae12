using System.Buffers;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// The frame of some rows, put together from bytes that were serialised when the rows changed: one row bare, several as a list.
/// </summary>
internal readonly struct RowFrame
{
    private readonly byte[]? _rented;

    /// <summary>Rows that would make a frame longer go into the next one.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private RowFrame(ReadOnlyMemory<byte> utf8, byte[]? rented, int rowCount) => (Utf8, _rented, RowCount) = (utf8, rented, rowCount);

    /// <value>Valid until <see cref="Return"/>.</value>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <value>How many of the rows are in it.</value>
    public int RowCount { get; }

    /// <param name="rows">Rows that wait.</param>
    /// <param name="from">The first of them; there is one.</param>
    public static RowFrame Compose(List<TableRow> rows, int from = 0)
    {
        var (length, end) = (1, from);
        while (end < rows.Count && (end == from || length + rows[end].MessageUtf8.Length < MostBytes))
        {
            length += 1 + rows[end++].MessageUtf8.Length;
        }

        if (end == from + 1)
        {
            return new RowFrame(rows[from].MessageUtf8, null, 1);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        for (var i = from; i < end; i++)
        {
            buffer[at] = (byte)(at == 0 ? '[' : ',');
            rows[i].MessageUtf8.Span.CopyTo(buffer.AsSpan(at + 1));
            at += 1 + rows[i].MessageUtf8.Length;
        }

        buffer[at] = (byte)']';
        return new RowFrame(buffer.AsMemory(0, length), buffer, end - from);
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
