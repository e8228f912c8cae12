using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>The near word, and the fix that writes it.</summary>
public sealed class NearWordTests
{
    private static readonly string[] Names = ["columnsDefs", "subCategory", "showCellChange", "number", "text", "live_grid", "w", "h", "int", "none"];

    [Theory]
    [InlineData("columnDefs", "columnsDefs")]
    [InlineData("columnsDef", "columnsDefs")]
    [InlineData("subcategory", "subCategory")]
    [InlineData("sub_category", "subCategory")]
    [InlineData("showCellChanges", "showCellChange")]
    [InlineData("nummber", "number")]
    [InlineData("nubmer", "number")]
    [InlineData("string", "text")]
    [InlineData("Live-Grid", "live_grid")]
    [InlineData("number", null)]
    [InlineData("x", null)]
    [InlineData("chart", null)]
    [InlineData("", null)]
    [InlineData("colour", null)]
    public void Of_Word_IsTheNearestName(string word, string? near) => Assert.Equal(near, NearWord.Of(word, Names));

    [Theory]
    [InlineData("""{"type": "live_gird"}""", """{"type": "live_grid"}""")]
    [InlineData("""{"params": [{"paramName": "n", "type": "nummber"}]}""", """{"params": [{"paramName": "n", "type": "number"}]}""")]
    [InlineData("""{"params": [[{"paramName": "n", "type": "nummber"}]]}""", """{"params": [[{"paramName": "n", "type": "number"}]]}""")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "renderFn": "greenRed, showCellChanges"}]}}}""", """{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "renderFn": "greenRed,showCellChange"}]}}}""")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "renderFn": ["showCellChanges"]}]}}}""", """{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "renderFn": ["showCellChange"]}]}}}""")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a", "headername": "A"}]}}}""", """{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A"}]}}}""")]
    [InlineData("""{"subcategory": "S"}""", """{"subCategory": "S"}""")]
    public void Fix_OfAMisspeltName_WritesTheNearOne(string members, string repaired)
    {
        var document = WidgetsOf(members);
        var finding = Assert.Single(DocumentCheck.Of(DocumentKind.Widgets, document).Findings, static finding => finding.Rule is not ("LG028" or "LG002" or "LG004"));

        var widget = finding.Repair!(document["w"]);

        Assert.Equal(WidgetsOf(repaired)["w"], widget);
        Assert.True(DocumentCheck.Of(DocumentKind.Widgets, JsObject.Create(("w", widget))).Verdict.Valid);
    }

    [Theory]
    [InlineData("""{"name": 5}""", "the title of the widget")]
    [InlineData("""{"gridData": {"w": 1}}""", "\"h\": 9")]
    [InlineData("""{"gridData": []}""", "{\"w\": 20, \"h\": 9}")]
    [InlineData("""{"data": {"wsRowIdColumn": null}}""", "leave the key out")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a"}]}}}""", "the title of the column")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "formatterFn": "dollars"}]}}}""", "\"prefix\": \"$\"")]
    [InlineData("""{"data": {"table": {"columnsDefs": [{"field": "a", "headerName": "A", "renderFn": "x"}]}}}""", "showCellChange, or a list")]
    public void Fix_OfACommonRefusal_SaysWhatToWrite(string members, string said) => Assert.Contains(
        said,
        Assert.Single(DocumentCheck.Of(DocumentKind.Widgets, WidgetsOf(members)).Findings, static finding => finding.Kind == FindingKind.Refused).Fix,
        StringComparison.Ordinal);

    private static JsObject WidgetsOf(string members)
    {
        var widget = JsObject.Create(("name", "N"), ("description", "D"), ("endpoint", "e"));
        foreach (var (name, value) in JsonText.Parse(members).Object)
        {
            widget = widget.With(name, value);
        }

        return JsObject.Create(("w", widget));
    }
}
