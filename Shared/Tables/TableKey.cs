using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Tables;

/// <summary>The key columns of a table: how a row gets its id.</summary>
/// <param name="columns">In order; empty for a table that appends.</param>
public sealed class TableKey(IReadOnlyList<string> columns)
{
    /// <summary>Why a row cannot be told apart; null when it can.</summary>
    public string? ProblemOf(JsObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return columns.FirstOrDefault(column => !IsKey(row[column])) is { } missing
            ? $"the key column {missing} is missing, null, or no text, number or boolean"
            : null;
    }

    /// <summary>The id of a row that has every key column.</summary>
    public string IdOf(JsObject row) => RowId.Of(JsValue.FromObject(row), columns).Text;

    /// <summary>The id of a row with these key values, in the order of the columns.</summary>
    public static string IdOf(IReadOnlyList<string> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RowId.Join([.. key]).Text;
    }

    /// <summary>The parts of the id, which two rows of one id may have cut differently.</summary>
    public IReadOnlyList<string> PartsOf(JsObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. columns.Select(column => RowId.PartOf(row[column]))];
    }

    /// <summary>Whether two rows of one id have the same key values too.</summary>
    internal bool IsSame(JsObject left, JsObject right) =>
        columns.Count <= 1 || columns.All(column => RowId.PartOf(left[column]) == RowId.PartOf(right[column]));

    private static bool IsKey(JsValue value) => value.Kind is JsKind.Text or JsKind.Boolean || (value.Kind is JsKind.Number && double.IsFinite(value.Number));
}
