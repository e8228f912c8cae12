using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.Shared.Grid;

/// <summary>Makes the columns of loaded rows: the declared ones in their order, then the others in row order.</summary>
public static class GridColumns
{
    /// <summary>What loading has to know of a table.</summary>
    public static LoadRules RulesOf(TableDefinition table) => new(
        [
            .. table.Columns.Select(static column => new LoadColumn(
                column.Field,
                column.ChartDataType is "category" or "time" or "excluded",
                column.HeaderName == "Date" || column.CellDataType == "date")),
        ],
        table.ShowAll);

    /// <summary>
    /// A declared field that the rows lack gets no column, an empty header takes a column away, and of a repeated field the
    /// last definition counts. Without rows there are no columns.
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

    /// <summary>How large the grid of some rows would be.</summary>
    public static CellCount Count(int rows, IReadOnlyList<string> fields, TableDefinition table)
    {
        var (columns, rules, cost) = (0, 0, 0L);
        if (rows > 0)
        {
            foreach (var (_, _, definition) in Plan(fields, table))
            {
                columns++;
                foreach (var rule in definition?.Render.ColorRules ?? [])
                {
                    rules++;
                    cost += rule.Cost;
                }
            }
        }

        return new CellCount(rows, columns, rules, cost);
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

    /// <summary>Field to the definition that counts for it.</summary>
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
