using CsCheck;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Checking.Validation;

namespace LiveGridStudio.Tests.Unit.Checking;

/// <summary>Documents built from the keys of the contract, with any value in any place.</summary>
internal static class HostileDocuments
{
    public static readonly string[] Words =
    [
        .. KeyRow.ReadAll().SelectMany(static row => row.Path.Split('.', '[', ']')).Where(static word => word.Length > 0).Distinct(),
        "params", "__proto__", "length", "", "0", "type", "live_grid", "greenRed", "between", "form", "date", "\uD83D", "custom-1",
    ];

    private static readonly Gen<JsValue> Scalars = Gen.OneOf(
        Gen.OneOf(Words).Select(static word => (JsValue)word),
        Gen.String.Select(static text => (JsValue)text),
        Gen.Double.Select(static number => (JsValue)number),
        Gen.OneOf(JsValue.Null, JsValue.True, JsValue.False, double.PositiveInfinity, double.NaN, -0.0, 1e308, default));

    public static readonly Gen<JsValue> Any = Gen.Recursive<JsValue>((depth, inner) => depth > 6
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 4].Select(static items => JsValue.FromList(items)),
            Gen.Select(Gen.OneOf(Words), inner).Array[0, 6].Select(static members => (JsValue)JsObject.Create(members))));
}
