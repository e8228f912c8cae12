using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Checking.Lint;

namespace LiveGridStudio.Tests.Unit.Checking;

public sealed class RuleSwitchesTests
{
    private static readonly JsObject Document = JsObject.Create(
        ("a", LintSamples.DocsExample), ("b", LintSamples.With("""{"odd": 1, "gridData": {"w": 90, "h": 9}}""")));

    [Theory]
    [InlineData("LG001,lg010", "LG001|LG010")]
    [InlineData(" LG001 , LG001:b ", "LG001|LG001:b")]
    [InlineData("unrecognized_key", "unrecognized_key")]
    [InlineData("", "")]
    public void Read_Entries_AreKnownRules(string entries, string all)
    {
        Assert.Equal(all, string.Join('|', RuleSwitches.Read([entries], out var problem).All));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("LG999")]
    [InlineData("LG1")]
    [InlineData("invalid_type")]
    [InlineData(":b")]
    public void Read_UnknownRule_IsNamedWithTheKnownOnes(string entry)
    {
        _ = RuleSwitches.Read([entry], out var problem);

        Assert.Contains("LG001 to LG033", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "LG001 a, LG001 b, LG010 b, unrecognized_key b")]
    [InlineData("LG001", "LG010 b, unrecognized_key b")]
    [InlineData("LG001:a", "LG001 b, LG010 b, unrecognized_key b")]
    [InlineData("LG001:b,LG010:a,unrecognized_key", "LG001 a, LG010 b")]
    public void Check_WithRulesOff_LeavesTheirFindingsOut(string off, string found)
    {
        var sut = DocumentCheck.Of(DocumentKind.Widgets, Document, RuleSwitches.Read([off], out _));

        Assert.Equal(found, string.Join(", ", sut.Findings.Select(static finding => $"{finding.Rule} {finding.WidgetId}").Order(StringComparer.Ordinal)));
        Assert.Equal(sut.Findings.Count, Enum.GetValues<FindingSeverity>().Sum(sut.CountOf));
    }

    [Fact]
    public void Check_ManyFindingsOff_ListsTheOthers()
    {
        var columns = JsValue.FromList([.. Enumerable.Range(0, 1500).Select(static i => (JsValue)JsObject.Create(
            ("field", $"f{i}"), ("headerName", "F"), ("enableCellChangeWs", JsValue.Null)))]);
        var widget = LintSamples.WithTable(JsObject.Create(("columnsDefs", columns))).Object.With("gridData", JsObject.Create(("w", 90), ("h", 9)));

        var sut = DocumentCheck.Of(DocumentKind.Widgets, JsObject.Create(("w", widget)), RuleSwitches.Read(["LG016,LG023,LG003"], out _));

        Assert.Equal(["LG010"], sut.Lints.Select(static lint => lint.Rule));
        Assert.Equal(1, sut.Lints.Total);
    }

    [Fact]
    public void Check_Refusal_CannotBeSwitchedOff()
    {
        var document = JsonText.Parse("""{"$schema": "x", "w": {"name": 1}}""");

        Assert.NotEmpty(DocumentCheck.Of(DocumentKind.Widgets, document, RuleSwitches.Read(RuleSwitches.Known, out _)).Findings);
    }
}
