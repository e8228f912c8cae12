using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Tables;

/// <summary>The full state of one row at one version. Immutable, so that any number of readers may hold it.</summary>
public sealed class TableRow
{
    internal TableRow(string id, int slot, long sequence, JsObject values, ReadOnlyMemory<byte> utf8, ReadOnlyMemory<byte> messageUtf8, long timestamp) =>
        (Id, Slot, Sequence, Values, Utf8, MessageUtf8, Timestamp) = (id, slot, sequence, values, utf8, messageUtf8, timestamp);

    /// <value>The key values joined with <c>-</c>; <c>#1</c>, <c>#2</c> and so on in a table that appends.</value>
    public string Id { get; }

    /// <value>All columns.</value>
    public JsObject Values { get; }

    /// <summary><see cref="Values"/> as UTF-8 JSON, made once for this version.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The live part, without the columns that only the endpoint has, as UTF-8 JSON; shared by every socket.</summary>
    public ReadOnlyMemory<byte> MessageUtf8 { get; }

    /// <value>Grows by one with every change of any row of the table.</value>
    public long Version { get; internal set; }

    /// <value>When the change came in, as <see cref="TimeProvider.GetTimestamp"/> counts.</value>
    public long Timestamp { get; }

    /// <value>Where the row stands in the table while it is in it.</value>
    internal int Slot { get; }

    /// <value>Grows with every new row: rows are listed in this order.</value>
    internal long Sequence { get; }
}
