using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>
/// A total order of values: missing ones first, then booleans, numbers by size, texts by code unit, and lists and objects by their JSON.
/// </summary>
internal static class ValueOrder
{
    public static int Compare(in JsValue left, in JsValue right)
    {
        var byKind = Rank(left).CompareTo(Rank(right));
        if (byKind != 0)
        {
            return byKind;
        }

        return left.Kind switch
        {
            JsKind.Number => left.Number.CompareTo(right.Number),
            JsKind.Boolean => left.Boolean.CompareTo(right.Boolean),
            JsKind.Text => string.CompareOrdinal(left.Text, right.Text),
            JsKind.List or JsKind.Object => string.CompareOrdinal(JsonText.Stringify(left), JsonText.Stringify(right)),
            _ => 0,
        };
    }

    private static int Rank(in JsValue value) => value.Kind switch
    {
        JsKind.Undefined or JsKind.Null => 0,
        JsKind.Boolean => 1,
        JsKind.Number => 2,
        JsKind.Text => 3,
        _ => 4,
    };
}
