using CsCheck;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Scaffold;
using LiveGridStudio.Tests.Unit.Checking;

namespace LiveGridStudio.Tests.Unit.Scaffold;

/// <summary>Rows of any names and values give a definition that Workspace accepts, or a problem in words.</summary>
public sealed class WidgetScaffoldPropertyTests
{
    private static readonly string[] Names =
    [
        "id", "symbol", "price", "change", "change_percent", "volume", "year", "ts", "date", "Index", "a.b", "\"", "<b>", "", " ", "_", "__proto__", "7", "\u202e",
        "updateId",
    ];

    private static readonly Gen<JsValue> Cell = Gen.OneOf(
        Gen.Double[-2, 2].Select(static number => (JsValue)number),
        Gen.Int[-5, 3000].Select(static number => (JsValue)number),
        Gen.Long[1_600_000_000, 1_900_000_000].Select(static number => (JsValue)(double)number),
        Gen.OneOf<JsValue>("", "a", "b", "0700", "10.5M", "-1%", "2026-12-01", "2026-12-01T09:00:00Z", "a,b", "<i>x</i>"),
        Gen.OneOf(JsValue.Null, JsValue.True, JsValue.False, JsObject.Empty, JsValue.FromList([1, "x"])));

    private static readonly Gen<JsValue> Row = Gen.Select(Gen.OneOf(Names), Cell).Array[0, 12]
        .Select(static members => (JsValue)JsObject.Create(members.Select(static member => KeyValuePair.Create(member.Item1, member.Item2))));

    private static readonly Gen<JsValue> Rows = Row.Array[0, 6].Select(static rows => JsValue.FromList(rows));

    [Fact]
    public void Make_AnyRows_IsAcceptedByWorkspace() => Gen.Select(Rows, Rows, Gen.Bool, Gen.OneOf(Names)).Sample(static sample =>
    {
        var (before, after, isLive, name) = sample;
        var request = new ScaffoldRequest("w", "rows")
        {
            WsEndpoint = isLive ? "ws" : null,
            SnapshotOnly = [name],
            Params = [new ScaffoldParam("p") { Column = name, IsRequired = true }],
        };

        var result = WidgetScaffold.Make(request, before, after);

        if (result.Problem is null)
        {
            Assert.True(result.Check!.Verdict.Valid, result.Check.Verdict.ErrorText);
            // Without ids, or with nothing besides them, there is something to warn of.
            Assert.DoesNotContain(result.Check.Lints, static lint => lint.Kind == FindingKind.Lint
                && lint.Severity >= FindingSeverity.Warning && lint.Rule is not ("LG002" or "LG023"));
        }
    });

    [Fact]
    public void Make_AnyPayload_NeverThrows() => Gen.Select(HostileDocuments.Any, HostileDocuments.Any).Sample(static pair =>
        Assert.NotNull(WidgetScaffold.Make(new ScaffoldRequest("w", "rows") { WsEndpoint = "ws" }, pair.Item1, pair.Item2)));
}
