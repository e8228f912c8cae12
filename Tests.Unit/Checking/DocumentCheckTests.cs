using System.Text;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Tests.Unit.Checking.Validation;

namespace LiveGridStudio.Tests.Unit.Checking;

/// <summary>A document is judged only once, and the results equal those of judging its parts separately.</summary>
public sealed class DocumentCheckTests
{
    private static readonly ValidationCases Cases = new("widgets-validation.json");

    [Fact]
    public void ByWidget_ConformanceCases_SameVerdictAsTheWholeAndAsEachAlone()
    {
        foreach (var document in Cases.Ids.Select(static id => Cases[id]["input"]))
        {
            var sut = DocumentCheck.ByWidget(document);

            Assert.Equal(Verdict.Of(WidgetsValidator.Validate(document)), Verdict.Of(sut.Verdict));
            foreach (var widget in WidgetDefinition.ReadAll(document))
            {
                var (known, alone) = (sut.CheckOf(widget), WidgetCheck.Of(widget));
                Assert.Equal(Verdict.Of(alone.Verdict), Verdict.Of(known.Verdict));
                Assert.Equal((alone.Count, alone.IsRefused), (known.Count, known.IsRefused));
                Assert.Same(known, sut.CheckOf(widget));
            }
        }
    }

    [Fact]
    public void ByWidget_WidgetOnWhichTheCheckBreaks_OthersHaveTheirVerdict()
    {
        var document = JsonText.Parse("""
            {"a": 5, "b": {"name": 1}, "c": {"name": "C", "description": "", "endpoint": "", "type": "note", "colour": 1}}
            """);

        var sut = DocumentCheck.ByWidget(document);

        Assert.Equal(ValidationFailure.Exception, sut.Verdict.Failure);
        Assert.True(sut.CheckOf(WidgetDefinition.Read("b", document["b"])).IsRefused);
        Assert.Equal(1, sut.CheckOf(WidgetDefinition.Read("c", document["c"])).Count);
    }

    [Fact]
    public void CheckOf_EditedWidget_JudgesTheEdit()
    {
        var document = JsonText.Parse("""{"a": {"name": "A", "description": "", "endpoint": "", "type": "note"}}""");
        var sut = DocumentCheck.ByWidget(document);

        Assert.False(sut.CheckOf(WidgetDefinition.Read("a", document["a"])).IsRefused);
        Assert.True(sut.CheckOf(WidgetDefinition.Read("a", document["a"].Object.With("name", 1))).IsRefused);
    }

    [Fact]
    public void ByWidget_MoreIssuesThanAreListed_EachWidgetStillListsItsOwn()
    {
        var column = JsonText.Parse("""{"field": 1}""");
        var broken = JsObject.Create(("data", JsObject.Create(("table", JsObject.Create(
            ("columnsDefs", JsValue.FromList([.. Enumerable.Repeat(column, ValidationReport.MaxIssues)])))))));
        var last = JsObject.Create(("name", 1));
        var document = JsValue.FromObject(JsObject.Create(("a", broken), ("z", last)));

        var sut = DocumentCheck.ByWidget(document).CheckOf(WidgetDefinition.Read("z", document["z"]));

        Assert.Equal(WidgetCheck.Of(sut.Widget).Verdict.Issues.Count, sut.Verdict.Issues.Count);
        Assert.NotEmpty(sut.Verdict.Issues);
    }

    [Fact]
    public void Locate_AllThreeKindsAndTexts_SameFindingsAtTheSamePlaces()
    {
        const string Widget = """{"näme": 1, "name": "Ä", "description": "", "endpoint": "e", "wsEndpoint": "ws", "type": "live_grid", "data": {"table": {"columnsDefs": [{"field": "é", "headerName": "É"}]}}}""";
        Assert.True(JsonTextDocument.TryParse(Encoding.UTF8.GetBytes("{\"w\":\n" + Widget + "}"), out var text, out _));
        var sut = DocumentCheck.Of(DocumentKind.Widgets, text.Value);

        var ofDocument = sut.Locate(text, sut.Findings);
        var ofWidget = WidgetCheck.Of(WidgetDefinition.Read("w", JsonText.Parse(Widget))).Locate(JsonTextDocument.Parse(Widget), []);

        Assert.Equal(
            ofWidget.Select(static finding => (finding.Rule, finding.Path, finding.Message, finding.Span.Line, finding.Span.Column)).Order(),
            ofDocument.Select(static finding => (finding.Rule, finding.Path, finding.Message, Line: finding.Span.Line - 1, finding.Span.Column)).Order());
        Assert.Contains(ofDocument, static finding => finding.Rule == FindingRule.UnrecognizedKey && finding.Span == new JsonTextSpan(2, 2, 2, 11));
        Assert.Equal(sut.Findings.Count, Enum.GetValues<FindingSeverity>().Sum(sut.CountOf));
    }

    /// <summary>Two unknown keys of the same name in widgets of the same name have each their own place.</summary>
    [Fact]
    public void Locate_UnknownKeyOfSeveralWidgets_IsOneFindingAtTheFirst()
    {
        const string Json = """
            {
              "a": {"name": "N", "description": "", "endpoint": "", "type": "note"},
              "b": {"name": "N", "description": "", "endpoint": "", "type": "note", "colour": 1},
              "c": {"name": "N", "description": "", "endpoint": "", "type": "note", "colour": 1}
            }
            """;
        var text = JsonTextDocument.Parse(Json);
        var sut = DocumentCheck.Of(DocumentKind.Widgets, text.Value);

        var finding = Assert.Single(sut.Locate(text, sut.Findings));
        Assert.Equal(("b", 3), (finding.WidgetId!, finding.Span.Line));
        Assert.EndsWith(" In 2 widgets: b, c.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(1, sut.CountOf(FindingSeverity.Info));
    }

    [Fact]
    public void Findings_CheckBreaksWhereNoLintSaysIt_SaysItItself()
    {
        foreach (var document in (JsValue[])[JsValue.Null, "widgets", JsonText.Parse("""{"a": 1}"""), JsValue.FromList()])
        {
            var sut = DocumentCheck.Of(DocumentKind.Widgets, document);

            Assert.Single(sut.Findings, static finding => finding.Severity == FindingSeverity.Error);
            Assert.Equal(1, sut.CountOf(FindingSeverity.Error));
        }
    }

    [Fact]
    public void Lint_FromRows_SaysWhereItComesFrom()
    {
        var widget = WidgetDefinition.Read("w", JsonText.Parse("""
            {"type": "live_grid", "endpoint": "e", "data": {"wsRowIdColumn": "id", "table": {"columnsDefs": [{"field": "id"}, {"field": "gone"}]}}}
            """));

        var findings = FeedLinter.Lint(widget, JsonText.Parse("""[{"id": "a"}]"""));

        Assert.Contains(findings, static finding => finding.Rule == "LG006");
        Assert.All(findings, static finding => Assert.Equal(FindingKind.FeedLint, finding.Kind));
    }
}
