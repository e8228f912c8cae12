using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking;

/// <summary>Of a million findings only a thousand are built; the others are counted.</summary>
public sealed class BoundedFindingsTests
{
    private const string Widget = """{"w":{"name":"n","description":"","endpoint":"e","wsEndpoint":"s","type":"live_grid",""";

    [Fact]
    public void Validate_LongListUnderAChoice_HasFewAlternatives()
    {
        var report = WidgetsValidator.Validate(Document("\"source\":[" + Repeat("1", 100_000) + "]"));

        Assert.InRange(Assert.Single(report.Issues).Alternatives.Count, 2, 20);
        Assert.Equal(1, report.IssueCount);
    }

    [Theory]
    [InlineData("\"renderFn\":\"", ",", "", "\"", 50_001)]
    [InlineData("\"renderFn\":[", "\"x\"", ",", "]", 50_000)]
    [InlineData("\"renderFnParams\":{\"colorRules\":[", "{}", ",", "]}", 50_000)]
    public void Validate_EndlessIssuesInOneColumn_CountsThemAll(string head, string item, string separator, string tail, int issues)
    {
        var column = "{\"field\":\"a\",\"headerName\":\"A\"," + head + string.Join(separator, Enumerable.Repeat(item, 50_000)) + tail + "}";
        var document = Document(
            """
            "data":{"table":{"columnsDefs":[COLUMN]}}
            """,
            column);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = WidgetsValidator.Validate(document);

        Assert.Equal((ValidationReport.MaxIssues, issues), (report.Issues.Count, report.IssueCount));
        // A path and a message for each would be tens of megabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Lint_EndlessFindings_MakesNoTextsForThoseThatAreNotListed()
    {
        var document = Document(
            """
            "data":{"table":{"columnsDefs":[COLUMN]}}
            """,
            Repeat("""{"field":"a"}""", 100_001));

        var report = DocumentLinter.LintWidgets(document, new ValidationReport());

        Assert.Equal((LintReport.MaxFindings, 100_001), (report.Count, report.Total));
        Assert.Equal(100_001, report.CountOf(FindingSeverity.Warning));
    }

    [Fact]
    public void Lint_ManyColumnsAndManyRows_IsOneWalkOverEach()
    {
        var columns = string.Join(',', Enumerable.Range(0, 20_000).Select(static i => $$"""{"field":"c{{i}}","headerName":"C"}"""));
        var widget = JsonText.Parse("""{"type":"live_grid","data":{"wsRowIdColumn":"x","table":{"showAll":true,"columnsDefs":[COLUMNS]}}}"""
            .Replace("COLUMNS", columns, StringComparison.Ordinal));
        var rows = JsonText.Parse($"[{Repeat("""{"z":1}""", 50_000)}]");

        // Columns by rows would be a thousand million steps.
        var report = FeedLinter.Lint(WidgetDefinition.Read("w", widget), rows);

        Assert.Equal(20_000 + 1, report.Total);
    }

    [Fact]
    public void ToString_DeeplyNestedList_IsMadeOnce()
    {
        var deep = JsonText.Parse(new string('[', 200) + Repeat("1", 50_000) + new string(']', 200));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(99_999, deep.ToString().Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static JsValue Document(string key, string column = "") =>
        JsonText.Parse(Widget + key.Replace("COLUMN", column, StringComparison.Ordinal) + "}}");

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
}
