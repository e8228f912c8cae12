using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// Decides by a sample of the loaded rows which fields are numbers, as Workspace does: the rows at half, a third and a quarter of the count,
/// the last one, then the first hundred. A row that is sampled twice counts twice.
/// </summary>
internal static class KindSample
{
    private const int First = 100;
    private const int Kinds = (int)JsKind.Object + 1;

    /// <summary>Of each field, whether numbers are the most common kind; at a tie the kind that is met first wins.</summary>
    public static bool[] Numeric(RowValues[] rows, int fields)
    {
        var numeric = new bool[fields];
        if (rows.Length == 0)
        {
            return numeric;
        }

        int[] sample = [rows.Length / 2, rows.Length / 3, rows.Length / 4, rows.Length - 1, .. Enumerable.Range(0, Math.Min(First, rows.Length))];
        Span<int> counts = stackalloc int[Kinds];
        Span<int> met = stackalloc int[Kinds];
        for (var slot = 0; slot < fields; slot++)
        {
            counts.Clear();
            met.Clear();
            for (var i = 0; i < sample.Length; i++)
            {
                var value = rows[sample[i]][slot];
                if (!value.IsNullish && counts[(int)value.Kind]++ == 0)
                {
                    met[(int)value.Kind] = i;
                }
            }

            numeric[slot] = IsMostCommon((int)JsKind.Number, counts, met);
        }

        return numeric;
    }

    private static bool IsMostCommon(int kind, ReadOnlySpan<int> counts, ReadOnlySpan<int> met)
    {
        if (counts[kind] == 0)
        {
            return false;
        }

        for (var other = 0; other < Kinds; other++)
        {
            if (other != kind && (counts[other] > counts[kind] || (counts[other] == counts[kind] && met[other] < met[kind])))
            {
                return false;
            }
        }

        return true;
    }
}
