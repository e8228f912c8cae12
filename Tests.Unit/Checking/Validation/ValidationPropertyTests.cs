using System.Diagnostics;
using CsCheck;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>No document, however unusual, makes the check throw or hang.</summary>
public sealed class ValidationPropertyTests
{
    [Fact]
    public void Validate_AnyDocument_NeverThrows() => HostileDocuments.Any.Sample(static document =>
    {
        var widgets = WidgetsValidator.Validate(document);
        var apps = AppsValidator.Validate(document);
        Assert.Equal(widgets.Issues.Count > 0, widgets.Failure == ValidationFailure.Issues);
        Assert.Equal(apps.Issues.Count > 0, apps.Failure == ValidationFailure.Issues);
    });

    [Fact]
    public void Validate_AnyWidgetWithinAGoodOne_NeverThrows() => Gen.Select(Gen.OneOf(HostileDocuments.Words), HostileDocuments.Any).Sample(static pair =>
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
        Assert.Equal(path, Assert.Single(WidgetsValidator.Validate(JsonText.Parse(json)).Issues).Path);

    [Fact]
    public void Validate_DeepestDocument_IsRefusedNotThrown()
    {
        var depth = JsonText.MaxDepth - 2;
        var deep = JsonText.Parse("{\"w\":" + string.Concat(Enumerable.Repeat("{\"data\":", depth)) + "1" + new string('}', depth + 1));

        Assert.Equal(ValidationFailure.Issues, WidgetsValidator.Validate(deep).Failure);
    }

    [Fact]
    public void Validate_TwoThousandWidgets_TakesMomentsAndListsBounded()
    {
        var column = JsonText.Parse("""{"field": 1, "headerName": "H", "renderFn": "greenRed,nope", "renderFnParams": {"colorRules": [{}]}}""");
        var columns = JsValue.FromList([.. Enumerable.Repeat(column, 8)]);
        var widget = JsObject.Create(
            ("name", "N"), ("description", "D"), ("endpoint", "e"),
            ("data", JsObject.Create(("table", JsObject.Create(("columnsDefs", columns))))));
        var document = (JsValue)JsObject.Create(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"w{i}", (JsValue)widget)));
        Assert.InRange(JsonText.Stringify(document).Length, 1 << 20, 4 << 20);

        var started = Stopwatch.GetTimestamp();
        var report = WidgetsValidator.Validate(document);

        Assert.Equal(ValidationReport.MaxIssues, report.Issues.Count);
        // Generous: a quadratic walk takes minutes, this one a fraction of a second.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
    }
}
