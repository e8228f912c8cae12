using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>Counts the kinds of values field by field, while they are loaded.</summary>
internal sealed class KindCounts(int fields)
{
    private const int Kinds = (int)JsKind.Object + 1;

    private readonly int[] _counts = new int[fields * Kinds];

    public void Add(int slot, in JsValue value) => _counts[(slot * Kinds) + (int)value.Kind]++;

    /// <summary>Whether there are more numbers than texts, than booleans, than lists and than objects.</summary>
    public bool[] Numeric()
    {
        var numeric = new bool[_counts.Length / Kinds];
        for (var i = 0; i < numeric.Length; i++)
        {
            var counts = _counts.AsSpan(i * Kinds, Kinds);
            var numbers = counts[(int)JsKind.Number];
            numeric[i] = numbers > counts[(int)JsKind.Text]
                && numbers > counts[(int)JsKind.Boolean]
                && numbers > counts[(int)JsKind.List]
                && numbers > counts[(int)JsKind.Object];
        }

        return numeric;
    }
}
