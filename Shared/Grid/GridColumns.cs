using LiveGridStudio.Shared.Json;
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
        if (rows.Rows.Count == 0)
        {
            return columns;
        }

        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in rows.Fields)
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
                columns.Add(new GridColumn(columns.Count, slot, definition.Field, definition, IsNumeric(rows, slot)));
            }
        }

        foreach (var (field, slot) in slots)
        {
            if (!definitions.ContainsKey(field))
            {
                columns.Add(new GridColumn(columns.Count, slot, field, null, IsNumeric(rows, slot)));
            }
        }

        return columns;
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

    private static bool IsNumeric(RowTable rows, int slot)
    {
        Span<int> kinds = stackalloc int[(int)JsKind.Object + 1];
        foreach (var row in rows.Rows)
        {
            kinds[(int)row[slot].Kind]++;
        }

        var numbers = kinds[(int)JsKind.Number];
        kinds[(int)JsKind.Number] = 0;
        return numbers > 0
            && numbers > kinds[(int)JsKind.Text]
            && numbers > kinds[(int)JsKind.Boolean]
            && numbers > kinds[(int)JsKind.List]
            && numbers > kinds[(int)JsKind.Object];
    }
}
