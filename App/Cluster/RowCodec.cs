using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// Rows as Redis keeps them: <c>version US sequence US key RS</c>, then <c>name US value RS</c> for each cell, names and values as JSON. The
/// separators are control characters, which cannot be in JSON, so scripts merge cells without reading any: numbers stay as they were written.
/// </summary>
internal static class RowCodec
{
    private const byte Unit = 0x1f;
    private const byte Record = 0x1e;
    private const byte Group = 0x1d;

    public static string Cells(JsObject row)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in row)
        {
            text.Append(JsonText.Stringify(name)).Append((char)Unit).Append(JsonText.Stringify(value)).Append((char)Record);
        }

        return text.ToString();
    }

    /// <summary>The key values of a row, which tell it from another one with the same id.</summary>
    public static string Key(TableKey key, JsObject row) => string.Join(',', key.PartsOf(row).Select(static part => JsonText.Stringify(part)));

    /// <summary>A row id without control characters.</summary>
    public static string Id(string id) => JsonText.Stringify(id)[1..^1];

    /// <summary>Reads a stored row.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static StoredRow Decode(ReadOnlySpan<byte> stored)
    {
        var head = stored.IndexOf(Record);
        if (head < 0
            || !Utf8Parser.TryParse(stored, out long version, out var length) || stored[length] != Unit
            || !Utf8Parser.TryParse(stored[(length + 1)..], out long sequence, out _))
        {
            throw new FormatException("A stored row has no head.");
        }

        var cells = stored[(head + 1)..];
        var json = ArrayPool<byte>.Shared.Rent(cells.Length + 1);
        try
        {
            var text = json.AsSpan(0, cells.Length + 1);
            text[0] = (byte)'{';
            cells.CopyTo(text[1..]);
            text.Replace(Unit, (byte)':');
            text.Replace(Record, (byte)',');
            // The last cell ends with a comma, whose place the bracket takes; a row without cells has none.
            if (cells.IsEmpty)
            {
                return new StoredRow(version, sequence, JsObject.Empty);
            }

            text[^1] = (byte)'}';
            return JsonText.TryParse(text, out var row, out var error)
                ? new StoredRow(version, sequence, row.Object)
                : throw new FormatException($"A stored row is broken: {error}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    /// <summary>Reads what a script announced.</summary>
    /// <exception cref="FormatException">It is no announcement.</exception>
    public static TableAnnouncement Announcement(ReadOnlySpan<byte> message)
    {
        var incarnation = Encoding.UTF8.GetString(Next(ref message));
        var (from, to) = (Number(Next(ref message)), Number(Next(ref message)));
        var changes = new List<AnnouncedChange>();
        while (!message.IsEmpty)
        {
            var change = Next(ref message);
            var end = change.IndexOf(Record);
            if (end < 1)
            {
                throw new FormatException("A change has no row id.");
            }

            var id = IdOf(change[1..end]);
            changes.Add(change[0] == '-'
                ? new AnnouncedChange(id, new StoredRow(Number(change[(end + 1)..]), 0, JsObject.Empty), IsRemoval: true)
                : new AnnouncedChange(id, Decode(change[(end + 1)..]), IsRemoval: false));
        }

        return new TableAnnouncement(incarnation, from, to, changes);
    }

    public static string IdOf(ReadOnlySpan<byte> id) => id.Contains((byte)'\\')
        ? JsonText.Parse($"\"{Encoding.UTF8.GetString(id)}\"").Text!
        : Encoding.UTF8.GetString(id);

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf(Group);
        var part = end < 0 ? message : message[..end];
        message = end < 0 ? [] : message[(end + 1)..];
        return part;
    }

    private static long Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out var length) && length == text.Length ? number : throw new FormatException("No version.");
}

/// <summary>A row of a table that many hosts share.</summary>
/// <param name="Version">The version of the table at which it got this state.</param>
/// <param name="Sequence">Grows with every new row.</param>
/// <param name="Values">All columns.</param>
internal readonly record struct StoredRow(long Version, long Sequence, JsObject Values);

/// <summary>Changes that were made in one step.</summary>
/// <param name="Incarnation">The life of the table: it begins anew when Redis has lost it.</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Changes">In the order in which they were made.</param>
internal sealed record TableAnnouncement(string Incarnation, long From, long To, IReadOnlyList<AnnouncedChange> Changes);

/// <summary>A row that was written, or taken out.</summary>
internal readonly record struct AnnouncedChange(string Id, StoredRow Row, bool IsRemoval);
