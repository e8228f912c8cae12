using System.Diagnostics;
using CsCheck;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation;

namespace LiveGridStudio.Tests.Unit.Widgets.Validation;

/// <summary>No document, however odd, throws or hangs.</summary>
public sealed class ValidationPropertyTests
{
    private static readonly string[] Words =
    [
        .. KeyRow.ReadAll().SelectMany(static row => row.Path.Split('.', '[', ']')).Where(static word => word.Length > 0).Distinct(),
        "params", "__proto__", "length", "", "0", "type", "live_grid", "greenRed", "between", "form", "date", "\uD83D", "custom-1",
    ];

    private static readonly Gen<JsValue> Scalars = Gen.OneOf(
        Gen.OneOf(Words).Select(static word => (JsValue)word),
        Gen.String.Select(static text => (JsValue)text),
        Gen.Double.Select(static number => (JsValue)number),
        Gen.OneOf(JsValue.Null, JsValue.True, JsValue.False, double.PositiveInfinity, double.NaN, -0.0, 1e308, default));

    private static readonly Gen<JsValue> Documents = Gen.Recursive<JsValue>((depth, inner) => depth > 6
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 4].Select(static items => JsValue.FromList(items)),
            Gen.Select(Gen.OneOf(Words), inner).Array[0, 6].Select(static members => (JsValue)JsObject.Create(members))));

    [Fact]
    public void Validate_AnyDocument_NeverThrows() => Documents.Sample(static document =>
    {
        var widgets = WidgetsValidator.Validate(document);
        var apps = AppsValidator.Validate(document);
        Assert.Equal(widgets.Issues.Count > 0, widgets.Failure == ValidationFailure.Issues);
        Assert.Equal(apps.Issues.Count > 0, apps.Failure == ValidationFailure.Issues);
    });

    [Fact]
    public void Validate_AnyWidgetWithinAGoodOne_NeverThrows() => Gen.Select(Gen.OneOf(Words), Documents).Sample(static pair =>
    {
        var widget = JsObject.Create(("name", "N"), ("description", "D"), ("endpoint", "e"), ("type", "live_grid")).With(pair.Item1, pair.Item2);
        Assert.NotNull(WidgetsValidator.Validate(JsObject.Create(("w", widget))));
        Assert.NotNull(AppsValidator.Validate(JsValue.FromList(JsObject.Create(("name", "N"), ("tabs", JsObject.Empty)).With(pair.Item1, pair.Item2))));
    });

    [Theory]
    [InlineData("""{"w": {"name": "a", "name": 5, "description": "", "endpoint": ""}}""", "name")]
    [InlineData("""{"w": {"name": "", "description": "", "endpoint": "", "gridData": {"w": 1e400, "h": 1}}}""", "gridData.w")]
    [InlineData("""{"w": {"name": "", "description": "", "endpoint": "", "source": [[[[[[]]]]]]}}""", "source")]
    [InlineData("""{"w": {"name": "", "description": "", "endpoint": "", "type": "\ud83d"}}""", "type")]
    public void Validate_OddJson_IsOneIssue(string json, string path) =>
        Assert.Equal(path, Assert.Single(WidgetsValidator.Validate(JsJson.Parse(json)).Issues).Path);

    [Fact]
    public void Validate_DeepestDocument_IsRefusedNotThrown()
    {
        var depth = JsJson.MaxDepth - 2;
        var deep = JsJson.Parse("{\"w\":" + string.Concat(Enumerable.Repeat("{\"data\":", depth)) + "1" + new string('}', depth + 1));

        Assert.Equal(ValidationFailure.Issues, WidgetsValidator.Validate(deep).Failure);
    }

    [Fact]
    public void Validate_TwoThousandWidgets_TakesMomentsAndListsBounded()
    {
        var column = JsJson.Parse("""{"field": 1, "headerName": "H", "renderFn": "greenRed,nope", "renderFnParams": {"colorRules": [{}]}}""");
        var columns = JsValue.FromList([.. Enumerable.Repeat(column, 8)]);
        var widget = JsObject.Create(
            ("name", "N"), ("description", "D"), ("endpoint", "e"),
            ("data", JsObject.Create(("table", JsObject.Create(("columnsDefs", columns))))));
        var document = (JsValue)JsObject.Create(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"w{i}", (JsValue)widget)));
        Assert.InRange(JsJson.Stringify(document).Length, 1 << 20, 4 << 20);

        var started = Stopwatch.GetTimestamp();
        var report = WidgetsValidator.Validate(document);

        Assert.Equal(ValidationReport.MaxIssues, report.Issues.Count);
        // Generous: a quadratic walk takes minutes, this one a fraction of a second.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
    }
}
