using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// The values of one row, indexed by the slot of their field. A row with most of the fields holds them in one array; a row with few of many
/// fields holds only its own, so that a hostile payload cannot allocate a slot for every field in every row.
/// </summary>
public struct RowValues
{
    /// <summary>With this many fields or fewer a row always uses one array.</summary>
    private const int FewFields = 8;

    private JsValue[] _values;

    /// <summary>The slots of <see cref="_values"/>, ascending; null when each value is stored at its slot.</summary>
    private short[]? _slots;

    /// <summary>Number of used entries in <see cref="_slots"/>.</summary>
    private short _count;

    /// <summary>A slot below this one that is not held is null; from here on it is undefined.</summary>
    private readonly short _nulls;

    private RowValues(JsValue[] values, short[]? slots, int nulls)
    {
        _values = values;
        _slots = slots;
        _count = (short)(slots?.Length ?? 0);
        _nulls = (short)nulls;
    }

    /// <value>The slot after the last one that may have a value.</value>
    public readonly int End => _slots is null ? _values.Length : Math.Max(_nulls, _count == 0 ? 0 : _slots[_count - 1] + 1);

    /// <summary>The value at a slot; undefined when the row does not have it.</summary>
    public readonly JsValue this[int slot] => _slots is null
        ? slot < _values.Length ? _values[slot] : default
        : Held(slot) is >= 0 and var at ? _values[at] : slot < _nulls ? JsValue.Null : default;

    /// <summary>Whether a row with so many of all the fields is held in one array.</summary>
    internal static bool IsDense(int held, int fields) => fields <= FewFields || 2 * held >= fields;

    /// <summary>Wraps an array in which each value is stored at its slot.</summary>
    internal static RowValues Dense(JsValue[] values) => new(values, null, 0);

    /// <param name="values">The values of the row, in any order, each slot at most once; the span is sorted.</param>
    /// <param name="fields">Number of fields.</param>
    /// <param name="nulls">A missing value below this slot is null.</param>
    internal static RowValues Of(Span<SlotValue> values, int fields, int nulls)
    {
        if (IsDense(values.Length, fields))
        {
            return Dense(Spread(values, nulls));
        }

        values.Sort(static (left, right) => left.Slot.CompareTo(right.Slot));
        var held = new JsValue[values.Length];
        var slots = new short[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            (slots[i], held[i]) = ((short)values[i].Slot, values[i].Value);
        }

        return new RowValues(held, slots, nulls);
    }

    /// <param name="slot">The slot.</param>
    /// <param name="value">The new value.</param>
    /// <param name="fields">Number of fields.</param>
    internal void Set(int slot, in JsValue value, int fields)
    {
        if (_slots is null)
        {
            // Count the held values, not the length of the array: otherwise each message could double it.
            if (slot < _values.Length || IsDense(HeldByArray() + 1, slot + 1))
            {
                if (slot >= _values.Length)
                {
                    Array.Resize(ref _values, Math.Max(slot + 1, Math.Min(fields, slot + 4)));
                }

                _values[slot] = value;
                return;
            }

            Gather();
        }

        var at = Held(slot);
        if (at >= 0)
        {
            _values[at] = value;
        }
        else if (IsDense(_count + 1, fields))
        {
            Spread(fields);
            _values[slot] = value;
        }
        else
        {
            Insert(~at, slot, value);
        }
    }

    private static JsValue[] Spread(ReadOnlySpan<SlotValue> values, int nulls)
    {
        var end = nulls;
        foreach (var (slot, _) in values)
        {
            end = Math.Max(end, slot + 1);
        }

        var spread = new JsValue[end];
        spread.AsSpan(0, nulls).Fill(JsValue.Null);
        foreach (var (slot, value) in values)
        {
            spread[slot] = value;
        }

        return spread;
    }

    private void Spread(int fields)
    {
        var spread = new JsValue[fields];
        spread.AsSpan(0, _nulls).Fill(JsValue.Null);
        for (var i = 0; i < _count; i++)
        {
            spread[_slots![i]] = _values[i];
        }

        (_values, _slots, _count) = (spread, null, 0);
    }

    private readonly int HeldByArray()
    {
        var count = 0;
        foreach (var value in _values)
        {
            count += value.IsUndefined ? 0 : 1;
        }

        return count;
    }

    /// <summary>Converts from one array to only the held values.</summary>
    private void Gather()
    {
        var count = HeldByArray();
        var (held, slots) = (new JsValue[count], new short[count]);
        for (int i = 0, at = 0; i < _values.Length; i++)
        {
            if (!_values[i].IsUndefined)
            {
                (held[at], slots[at++]) = (_values[i], (short)i);
            }
        }

        (_values, _slots, _count) = (held, slots, (short)count);
    }

    private void Insert(int at, int slot, in JsValue value)
    {
        if (_count == _slots!.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, 2 * _count));
            Array.Resize(ref _values, _slots.Length);
        }

        Array.Copy(_slots, at, _slots, at + 1, _count - at);
        Array.Copy(_values, at, _values, at + 1, _count - at);
        (_slots[at], _values[at]) = ((short)slot, value);
        _count++;
    }

    private readonly int Held(int slot) => _slots.AsSpan(0, _count).BinarySearch((short)slot);
}

/// <summary>A value and the slot of its field.</summary>
internal readonly record struct SlotValue(int Slot, JsValue Value);
