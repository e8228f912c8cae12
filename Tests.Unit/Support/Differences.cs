using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>What differs between expected and actual JSON, as readable lines; numbers may be 1e-9 apart.</summary>
public static class Differences
{
    private const double Tolerance = 1e-9;

    public static IEnumerable<string> Of(JsValue expected, JsValue actual, string path)
    {
        if (!AreSame(expected, actual))
        {
            yield return $"{path}: expected {JsonText.Stringify(expected)}, got {JsonText.Stringify(actual)}";
        }
    }

    /// <summary>Compares the named members only.</summary>
    public static IEnumerable<string> OfMembers(JsValue expected, JsValue actual, string path) =>
        expected.Object.SelectMany(member => Of(member.Value, actual[member.Key], $"{path}.{member.Key}"));

    public static JsValue RowsOf(GridModel model) => JsValue.FromList([.. model.Rows.Select(static row => JsValue.FromObject(row.Data))]);

    private static bool AreSame(JsValue expected, JsValue actual)
    {
        if (expected.IsNumber && actual.IsNumber)
        {
            return Math.Abs(expected.Number - actual.Number) <= Tolerance || expected == actual;
        }

        if (expected.IsList && actual.IsList)
        {
            return expected.List.Count == actual.List.Count
                && expected.List.Zip(actual.List).All(static pair => AreSame(pair.First, pair.Second));
        }

        if (expected.IsObject && actual.IsObject)
        {
            return expected.Object.Count == actual.Object.Count
                && expected.Object.All(member => actual.Object.Has(member.Key) && AreSame(member.Value, actual[member.Key]));
        }

        return expected == actual;
    }
}
