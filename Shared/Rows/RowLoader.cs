using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// Converts an endpoint's payload to rows as Workspace does. A list gives its objects, one object is one row, anything else gives no rows;
/// nested lists are not searched. Never throws.
/// </summary>
public static class RowLoader
{
    /// <summary>The most fields that are kept, so that a payload with ever new keys cannot exhaust memory.</summary>
    public const int MaxFields = 1024;

    public static RowTable Load(JsValue payload, LoadRules rules)
    {
        var plan = Plan(payload, rules);
        return plan.Load(0, plan.RowCount);
    }

    /// <summary>Examines a payload without making rows.</summary>
    public static RowPlan Plan(JsValue payload, LoadRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var objects = ObjectsOf(payload);
        return new RowPlan(objects, FieldsOf(objects, rules), rules);
    }

    private static List<JsObject> ObjectsOf(JsValue payload)
    {
        if (payload.IsObject)
        {
            return [payload.Object];
        }

        var objects = new List<JsObject>(payload.List.Count);
        foreach (var item in payload.Elements)
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
            for (var i = 0; i < row.Count; i++)
            {
                var field = row[i].Key;
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
}
