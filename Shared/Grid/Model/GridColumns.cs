using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Builds the columns of loaded rows: the declared ones in their order, then the others in row order.</summary>
public static class GridColumns
{
    /// <summary>The field that names, in each row, the column whose settings apply to the row's cells.</summary>
    internal const string IndexField = "Index";

    /// <summary>The highest cost of one column's rules that is not added to every cell.</summary>
    private const long CheapRules = 40;

    /// <summary>The load rules of a table.</summary>
    public static LoadRules RulesOf(TableDefinition table) => new(
        [
            .. table.Columns.Select(static column => new LoadColumn(
                column.Field,
                column.ChartDataType is "category" or "time" or "excluded",
                column.HeaderName == "Date" || column.CellDataType == "date")),
        ],
        table.ShowAll);

    /// <summary>
    /// A declared field that rows lack gets no column, an empty header removes a column, and of a repeated field the last definition
    /// counts. Without rows there are no columns.
    /// </summary>
    public static IReadOnlyList<GridColumn> Build(RowTable rows, TableDefinition table)
    {
        var columns = new List<GridColumn>();
        if (rows.Rows.Count > 0)
        {
            foreach (var (field, slot, definition) in Plan(rows.Fields, table))
            {
                columns.Add(new GridColumn(columns.Count, slot, field, definition, rows.NumericFields[slot]));
            }
        }

        return columns;
    }

    /// <summary>The size of the grid for a number of rows.</summary>
    public static CellCount Count(int rows, IReadOnlyList<string> fields, TableDefinition table) =>
        Count(rows, fields, table, fields.Contains(IndexField));

    /// <param name="rows">Number of rows.</param>
    /// <param name="fields">The fields of the rows.</param>
    /// <param name="table">The definition.</param>
    /// <param name="isIndexed">
    /// Whether rows may have an <see cref="IndexField"/>; then every cell is counted with the cost of the most expensive column.
    /// </param>
    internal static CellCount Count(int rows, IReadOnlyList<string> fields, TableDefinition table, bool isIndexed)
    {
        var (columns, rules, cost) = (0, 0, 0L);
        if (rows > 0)
        {
            foreach (var (_, _, definition) in Plan(fields, table))
            {
                columns++;
                rules += definition?.Render.ColorRules?.Count ?? 0;
                cost += RuleCost(definition);
            }

            if (isIndexed && table.Columns.Select(RuleCost).DefaultIfEmpty().Max() is > CheapRules and var dearest)
            {
                cost = Math.Max(cost, columns * dearest);
            }
        }

        return new CellCount(rows, columns, rules, cost);
    }

    private static long RuleCost(ColumnDefinition? definition)
    {
        var cost = 0L;
        var rules = definition?.Render.ColorRules ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            cost += rules[i].Cost;
        }

        return cost;
    }

    private static IEnumerable<(string Field, int Slot, ColumnDefinition? Definition)> Plan(IReadOnlyList<string> fields, TableDefinition table)
    {
        var slots = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            slots.Add(field, slots.Count);
        }

        var definitions = LastDefinitions(table);
        foreach (var definition in table.Columns)
        {
            if (ReferenceEquals(definitions[definition.Field], definition)
                && definition.HeaderName != ""
                && slots.TryGetValue(definition.Field, out var slot))
            {
                yield return (definition.Field, slot, definition);
            }
        }

        foreach (var (field, slot) in slots)
        {
            if (!definitions.ContainsKey(field))
            {
                yield return (field, slot, null);
            }
        }
    }

    /// <summary>Field to its effective definition.</summary>
    public static Dictionary<string, ColumnDefinition> LastDefinitions(TableDefinition table)
    {
        var definitions = new Dictionary<string, ColumnDefinition>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            definitions[column.Field] = column;
        }

        return definitions;
    }
}
