using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// The text that identifies a row: the values of the id columns joined with <c>-</c>. Null and missing parts are empty,
/// so <c>A-B</c> + <c>C</c> is the same id as <c>A</c> + <c>B-C</c>, and 1 is the same as <c>"1"</c>.
/// </summary>
public readonly record struct RowId(string Text)
{
    public static RowId Of(JsValue row, IReadOnlyList<string> columns)
    {
        if (columns.Count == 1)
        {
            return new RowId(PartOf(row[columns[0]]));
        }

        var parts = new string[columns.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = PartOf(row[columns[i]]);
        }

        return Join(parts);
    }

    public static RowId Join(string[] parts) => new(string.Join('-', parts));

    /// <summary>The part of the id from one id column.</summary>
    public static string PartOf(JsValue value) => value.IsNullish ? "" : value.Text ?? value.ToString();

    /// <summary>The id of a row of a feed without id columns: <c>#1</c>, <c>#2</c> and so on.</summary>
    public static RowId OfPosition(long number) => new(FormattableString.Invariant($"#{number}"));

    public override string ToString() => Text;
}
