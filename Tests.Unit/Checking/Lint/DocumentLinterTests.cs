using CsCheck;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Checking.Lint;

public sealed class DocumentLinterTests
{
    private const string Layout = """ "tabs": {"t": {"id": "t", "name": "T", "layout": [{"i": "w", "x": 0, "y": 0, "w": 20, "h": 9}]}}""";

    [Theory]
    [InlineData("""{"$schema": "x", "version": 1, "w": {"type": "table"}}""", "$schema ")]
    [InlineData("""{"w": null}""", "w ")]
    [InlineData("""{"w": {"data": {"table": {"columnsDefs": [{}, {"renderFn": ["greenRed", 5, null]}]}}}}""", "w data.table.columnsDefs.1.renderFn.1")]
    [InlineData("null", " ")]
    [InlineData("\"widgets\"", " ")]
    [InlineData("""{"w": {"type": "table"}}""", "")]
    [InlineData("{}", "")]
    [InlineData("5", "")]
    public void LG022_Widgets_SaysWhereTheCheckBreaks(string json, string places)
    {
        var document = JsonText.Parse(json);
        var findings = DocumentLinter.LintWidgets(document).Where(static finding => finding.Rule == "LG022").ToList();

        Assert.Equal(places, string.Join(", ", findings.Select(static finding => $"{finding.WidgetId} {finding.Path}")));
        Assert.Equal(findings.Count > 0, WidgetsValidator.Validate(document).Failure == ValidationFailure.Exception);
    }

    [Theory]
    [InlineData("""[{"name": "A", "groups": [{"name": "g", "type": "param", "widgetIds": ["w"]}, {"name": "h", "type": "param"}],""", "0 A groups.1.widgetIds")]
    [InlineData("""[5, {"name": "A", "groups": [{"name": "h", "type": "param"}, {"name": "g", "type": "param", "widgetIds": []}],""", "1 A groups.0.widgetIds")]
    [InlineData("""[{"name": "A", "groups": [{"name": "g", "type": "param"}, {"name": "h", "type": "param"}],""", "")]
    [InlineData("""[{"name": "A", "groups": [{"name": "g", "type": "param", "widgetIds": []}],""", "")]
    public void LG022_Apps_SaysWhichGroup(string start, string places)
    {
        var findings = DocumentLinter.LintApps(JsonText.Parse(start + Layout + "}]"));

        Assert.Equal(places, string.Join(", ", findings.Select(static finding => $"{finding.Index} {finding.Template} {finding.Path}")));
        Assert.All(findings, static finding => Assert.Equal(("LG022", null), (finding.Rule, finding.WidgetId)));
    }

    [Theory]
    [InlineData("""{"x": 30, "w": 20, "h": 9}""", true)]
    [InlineData("""{"x": -1, "w": 20, "h": 9}""", true)]
    [InlineData("""{"x": 0, "w": 20, "h": 0}""", true)]
    [InlineData("""{"x": 20, "w": 20, "h": 1}""", false)]
    public void LG010_Apps_LayoutBesideTheGrid(string item, bool isFound)
    {
        var app = JsonText.Parse("""{"tabs": {"a.b": {"layout": [{"x": 0, "w": 1, "h": 1}, """ + item + "]}}}");

        Assert.Equal(
            isFound ? ["tabs.a.b.layout.1"] : [],
            DocumentLinter.LintApps(app).Where(static finding => finding.Rule == "LG010").Select(static finding => finding.Path));
    }

    [Fact]
    public void LintWidgets_SeveralWidgets_InOrderWithIds()
    {
        var document = JsObject.Create(("b", LintSamples.DocsExample), ("a", LintSamples.DocsExample));

        Assert.Equal(["b", "a"], DocumentLinter.LintWidgets(document).Select(static finding => finding.WidgetId));
    }

    [Fact]
    public void LG022_SeveralEntries_AreOneFindingThatCountsThem()
    {
        var findings = DocumentLinter.LintWidgets(JsonText.Parse("""{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}"""));

        Assert.Contains("; so are 4 more (b, c, d, ...)", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w", "")]
    [InlineData("gone", "0 A tabs.t.layout.0.i")]
    public void LG030_PlacedWidget_MustBeServed(string id, string place)
    {
        var apps = JsonText.Parse($$"""[{"name": "A", "tabs": {"t": {"id": "t", "name": "T", "layout": [{"i": "{{id}}"}, {"i": "{{id}}"}]} } }]""");

        Assert.Equal(place, string.Join(", ", DocumentLinter.LintPlaced(apps, JsonText.Parse("""{"w": {}}""")).Select(static finding => $"{finding.Index} {finding.Template} {finding.Path}")));
    }

    [Fact]
    public void LG022_AnyDocument_IsGivenExactlyWhenTheCheckBreaks() =>
        Gen.Select(HostileDocuments.Any, Gen.OneOf(HostileDocuments.Words), HostileDocuments.Any).Sample(static (odd, key, other) =>
        {
            foreach (var document in new[] { odd, JsObject.Create(("w", LintSamples.DocsExample.Object.With(key, other))) })
            {
                Assert.Equal(
                    WidgetsValidator.Validate(document).Failure == ValidationFailure.Exception,
                    DocumentLinter.LintWidgets(document).Any(static finding => finding.Rule == "LG022"));
                Assert.Equal(
                    AppsValidator.Validate(document).Failure == ValidationFailure.Exception,
                    DocumentLinter.LintApps(document).Any(static finding => finding.Rule == "LG022"));
            }
        });

    [Fact]
    public void Lint_AnyDocument_NeverThrowsAndRepairsAreSafe() =>
        Gen.Select(Gen.OneOf(HostileDocuments.Words), HostileDocuments.Any, HostileDocuments.Any).Sample(static (key, odd, other) =>
        {
            Assert.NotNull(DocumentLinter.LintWidgets(odd));
            Assert.NotNull(DocumentLinter.LintApps(odd));
            foreach (var widget in new[] { odd, LintSamples.DocsExample.Object.With(key, odd) })
            {
                foreach (var finding in WidgetLinter.Lint("w", widget))
                {
                    Assert.NotEmpty(finding.Message);
                    finding.Repair?.Invoke(widget);
                }

                PreviewMessage[] messages = [new(TimeSpan.Zero, new FeedFrame(other)), new(TimeSpan.Zero, FeedFrame.Unreadable)];
                Assert.NotNull(FeedLinter.Lint(WidgetDefinition.Read("w", widget), other, messages));
            }
        });
}
