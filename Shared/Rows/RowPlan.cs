using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>The number of rows and the fields that a payload would give, known before any row is made.</summary>
public sealed class RowPlan
{
    private readonly List<JsObject> _objects;
    private readonly List<string> _fields;
    private readonly LoadRules _rules;

    internal RowPlan(List<JsObject> objects, List<string> fields, LoadRules rules)
    {
        _objects = objects;
        _fields = fields;
        _rules = rules;
    }

    public int RowCount => _objects.Count;

    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Makes some of the rows, in order.</summary>
    /// <param name="first">Index of the first row.</param>
    /// <param name="count">Number of rows.</param>
    public RowTable Load(int first, int count)
    {
        var slots = new Dictionary<string, int>(_fields.Count, StringComparer.Ordinal);
        foreach (var field in _fields)
        {
            slots.Add(field, slots.Count);
        }

        var loader = new ValueLoader(
            _rules.Columns.Where(static column => column.KeepsText).Select(static column => column.Field), DateField());
        // With showAll and columns the rows stay as they are: a field that one lacks is not there, and no message gives it to the row.
        var fillsNulls = !(_rules.ShowAll && _rules.Columns.Count > 0);
        var held = new List<SlotValue>();
        var rows = new RowValues[count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = LoadRow(_objects[first + i], slots, loader, held, fillsNulls);
        }

        return new RowTable(_fields, rows, loader, KindSample.Numeric(rows, _fields.Count));
    }

    private static RowValues LoadRow(
        JsObject source, Dictionary<string, int> slots, ValueLoader loader, List<SlotValue> held, bool fillsNulls)
    {
        if (!RowValues.IsDense(source.Count, slots.Count))
        {
            return LoadSparse(source, slots, loader, held, fillsNulls);
        }

        var values = new JsValue[slots.Count];
        if (fillsNulls)
        {
            Array.Fill(values, JsValue.Null);
        }

        for (var i = 0; i < source.Count; i++)
        {
            var (field, value) = source[i];
            if (slots.TryGetValue(field, out var slot))
            {
                values[slot] = loader.Load(field, value);
            }
        }

        return RowValues.Dense(values);
    }

    private static RowValues LoadSparse(
        JsObject source, Dictionary<string, int> slots, ValueLoader loader, List<SlotValue> held, bool fillsNulls)
    {
        held.Clear();
        for (var i = 0; i < source.Count; i++)
        {
            var (field, value) = source[i];
            if (slots.TryGetValue(field, out var slot))
            {
                held.Add(new SlotValue(slot, loader.Load(field, value)));
            }
        }

        return RowValues.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(held), slots.Count, fillsNulls ? slots.Count : 0);
    }

    private string? DateField()
    {
        foreach (var column in _rules.Columns)
        {
            if (column.IsDate)
            {
                return column.Field;
            }
        }

        return _fields.Find(static field => field.Contains("date", StringComparison.OrdinalIgnoreCase));
    }
}
