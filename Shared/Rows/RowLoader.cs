using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// Turns an endpoint's payload into rows as Workspace does. A list gives its objects, one object is one row, anything
/// else is none; nothing is unwrapped. Never throws.
/// </summary>
public static class RowLoader
{
    /// <summary>Further fields are left out, so that a payload of ever new keys cannot fill the memory.</summary>
    public const int MaxFields = 1024;

    public static RowTable Load(JsValue payload, LoadRules rules)
    {
        var objects = ObjectsOf(payload);
        var fields = FieldsOf(objects, rules);
        var slots = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            slots.Add(field, slots.Count);
        }

        var loader = new ValueLoader(
            rules.Columns.Where(static column => column.KeepsText).Select(static column => column.Field),
            DateFieldOf(rules, fields));
        var rows = new JsValue[objects.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = LoadRow(objects[i], slots, loader);
        }

        return new RowTable(fields, rows, loader);
    }

    private static JsValue[] LoadRow(JsObject source, Dictionary<string, int> slots, ValueLoader loader)
    {
        var values = new JsValue[slots.Count];
        Array.Fill(values, JsValue.Null);
        foreach (var (field, value) in source)
        {
            if (slots.TryGetValue(field, out var slot))
            {
                values[slot] = loader.Load(field, value);
            }
        }

        return values;
    }

    private static List<JsObject> ObjectsOf(JsValue payload)
    {
        if (payload.IsObject)
        {
            return [payload.Object];
        }

        var objects = new List<JsObject>(payload.List.Count);
        foreach (var item in payload.List)
        {
            if (item.IsObject)
            {
                objects.Add(item.Object);
            }
        }

        return objects;
    }

    private static List<string> FieldsOf(List<JsObject> rows, LoadRules rules)
    {
        var hasColumns = rules.Columns.Count > 0;
        var declared = hasColumns && !rules.ShowAll
            ? rules.Columns.Select(static column => column.Field).ToHashSet(StringComparer.Ordinal)
            : null;
        var firstRowOnly = hasColumns && rules.ShowAll;
        var fields = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var (field, _) in row)
            {
                if (fields.Count < MaxFields && (declared is null || declared.Contains(field)) && seen.Add(field))
                {
                    fields.Add(field);
                }
            }

            if (firstRowOnly)
            {
                break;
            }
        }

        return fields;
    }

    private static string? DateFieldOf(LoadRules rules, List<string> fields)
    {
        foreach (var column in rules.Columns)
        {
            if (column.IsDate)
            {
                return column.Field;
            }
        }

        return fields.Find(static field => field.Contains("date", StringComparison.OrdinalIgnoreCase));
    }
}
