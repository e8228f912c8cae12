using System.Text.RegularExpressions;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Rows;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

/// <summary>One click on a fix removes its finding, and keeps the others and every unrelated character.</summary>
public sealed partial class DraftFixTests
{
    [Theory]
    [InlineData("LG001", """{ "field": "a", "renderFn": "greenRed", "renderFnParams": { "colorValueKey": "day_x" } }""", "", """, { "field": "day_x", "headerName": "Day X", "hide": true }""")]
    [InlineData("LG001", """{ "field": "a", "renderFn": "greenRed", "renderFnParams": { "colorValueKey": "b" } }, {"field":"b",  "enableCellChangeWs" : false }""", """,  "enableCellChangeWs" : false""", "")]
    [InlineData("LG005", """{ "field": "a", "enableCellChangeWs": false, "renderFn":   "showCellChange" }""", """ "enableCellChangeWs": false,""", "")]
    [InlineData("LG007", """{ "field": "a", "renderFn":"hoverCard,showCellChange" }""", ",showCellChange", "")]
    [InlineData("LG007", """{ "field": "a", "renderFn": [ "hoverCard" , "cellOnClick" ] }""", """ , "cellOnClick" """, " ")]
    [InlineData("LG008", """{ "field": "a", "prefix":"$" , "renderFn": "showCellChange" }""", """ "prefix":"$" ,""", "")]
    [InlineData("LG011", """{ "field": "a" }, { "field": "b" }, { "field": "a", "hide": true }""", """{ "field": "a" }, """, "")]
    [InlineData("LG012", """{ "field": "a", "renderFnParams": { "groupByParamName": "x" } }""", """ "groupByParamName": "x" """, "")]
    [InlineData("LG016", """{ "field": "a", "enableCellChangeWs": null }""", """, "enableCellChangeWs": null""", "")]
    [InlineData("LG017", """{ "field": "a", "cellDataType": "text", "prefix": "#" }""", "", """, "renderFn": []""")]
    [InlineData("LG017", """{ "field": "a", "cellDataType": "text", "renderFnParams": { "colorRules": [{ "condition": "eq", "value": "x", "color": "red" }] } }""", "", """, "renderFn": "columnColor" """)]
    [InlineData("LG024", """{ "field": "a", "renderFn": "greenRed", "renderFnParams": { "colorRules":null, "colorValueKey": "a" } }""", """ "colorRules":null,""", "")]
    public void Apply_ColumnLint_ChangesThatPlaceAlone(string rule, string columns, string gone, string come)
    {
        var before = Widget($$"""[{ "field": "symbol" },{{columns}}]""");

        var after = ApplyFirst(rule, before);

        AssertSwap(before, after, gone, come);
    }

    [Theory]
    [InlineData("LG003", """ "wsRowIdColumn" :"symbol,venue" """, """ "table": { "showAll": true, "columnsDefs": [{ "field": "symbol" }, { "field": "venue" }, { "field": "p" }] } """, "\"symbol,venue\"", """["symbol", "venue"]""")]
    [InlineData("LG003", """ "wsRowIdColumn": "id" """, """ "table": { "columnsDefs": [{ "field": "p" }] } """, "", """, { "field": "id", "headerName": "id", "hide": true }""")]
    [InlineData("LG018", """ "wsRowIdColumn": "p", "dataKey" : "x" """, """ "table": { "columnsDefs": [{ "field": "p" }, { "field": "q" }] } """, """ "dataKey" : "x" ,""", "")]
    [InlineData("LG018", """ "wsRowIdColumn": "p" """, """ "table": { "transpose": true , "columnsDefs": [{ "field": "p" }, { "field": "q" }] } """, """ "transpose": true ,""", "")]
    [InlineData("LG018", """ "wsRowIdColumn": "p" """, """ "table": { "columnsDefs": [{ "field": "p" }, { "field": "q" }], "formatterFn": "int" } """, """, "formatterFn": "int" """, " ")]
    public void Apply_DataLint_ChangesThatPlaceAlone(string rule, string ids, string table, string gone, string come)
    {
        var before = """{ "name": "N", "description": "", "endpoint": "e", "wsEndpoint": "w", "type": "live_grid", "data": {"""
            + $"{ids},{table}}} }}";

        var after = ApplyFirst(rule, before);

        AssertSwap(before, after, gone, come);
    }

    [Theory]
    [InlineData("LG010", """ "gridData": { "w": 4e1, "h": 0 } """, "0 }", "1 }")]
    [InlineData("LG010", """ "gridData": {"w" : 80, "h": 9} """, "80", "40")]
    [InlineData("LG014", """ "params": [{ "paramName": "a", "type": "text", "value": "x", "label": "A", "description": "", "multiSelect": true }] """, """, "multiSelect": true""", "")]
    public void Apply_WidgetLint_ChangesThatPlaceAlone(string rule, string member, string gone, string come)
    {
        var before = Widget("""[{ "field": "symbol" }, { "field": "a" }]""")[..^1] + "," + member + "}";

        var after = ApplyFirst(rule, before);

        AssertSwap(before, after, gone, come);
    }

    [Theory]
    [InlineData("LG015", "[{\"symbol\": \"0700\", \"a\": 1}]", "[{\"symbol\": \"0700\", \"a\": 2}]", """{ "field": "symbol" """, """{ "field": "symbol", "chartDataType": "category" """)]
    [InlineData("LG026", "[{\"symbol\": \"X\", \"a\": 1, \"b\": 1}]", "[{\"symbol\": \"X\", \"b\": 2}]", """{ "field": "a" }""", """{ "field": "a" }, { "field": "b", "headerName": "B" }""")]
    public void Apply_FeedLint_ChangesThatPlaceAlone(string rule, string rows, string message, string gone, string come)
    {
        var before = Widget("""[{ "field": "symbol" }, { "field": "a" }]""", "\"showAll\": true, ");

        var after = ApplyFirst(rule, before, JsonText.Parse(rows), [new PreviewMessage(TimeSpan.Zero, FeedFrame.Parse(message))]);

        AssertSwap(before, after, gone, come);
    }

    /// <summary>Every lint of docs/lints.md that has a fix: the same promise, in a text laid out over many lines.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Apply_SampleOfTheDocs_TakesItsFindingAndNoOther(string rule, string sample)
    {
        var read = JsonText.Parse(sample);
        var sut = new DefinitionDraft("w", JsonTextEdit.Format(JsonTextDocument.Parse(JsonText.Stringify(read["widget"]))), new FakeTimeProvider());
        await sut.ObserveAsync(read["rows"], [.. read["messages"].List.Select(static message =>
            new PreviewMessage(TimeSpan.FromMilliseconds(message["at"].Number), new FeedFrame(message["data"])))]);
        var fixable = sut.Findings.Where(finding => finding.Rule == rule && finding.CanFix).ToList();
        Assert.NotEmpty(fixable);
        foreach (var finding in fixable)
        {
            var (before, others) = (sut.Text, Names(sut).Except([(finding.Rule, finding.Message)]));
            var expected = finding.Repair!(sut.Value);

            Assert.True(sut.Apply(finding));

            Assert.Equal(expected, sut.Value);
            Assert.DoesNotContain((finding.Rule, finding.Message), Names(sut));
            Assert.DoesNotContain(others.Except(Names(sut)), static other => other.Rule is not ("LG006" or "LG023" or "LG025"));
            sut.Undo();
            Assert.Equal(before, sut.Text);
        }

        static HashSet<(string Rule, string Message)> Names(DefinitionDraft draft) =>
            [.. draft.Findings.Select(static finding => (finding.Rule, finding.Message))];
    }

    public static TheoryData<string, string> Samples()
    {
        var data = new TheoryData<string, string>();
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "lints.md"));
        foreach (var section in text.Split("\n## ").Skip(1).Where(static section => section.Contains("repairable", StringComparison.Ordinal)))
        {
            data.Add(section[..5], Block().Match(section).Groups[1].Value);
        }

        return data;
    }

    private static string Widget(string columns, string table = "") =>
        """{ "name": "N", "description": "", "endpoint": "e", "wsEndpoint": "w", "type": "live_grid", "data": { "wsRowIdColumn": "symbol", "table": { """
        + table + "\"columnsDefs\": " + columns + " } } }";

    private static string ApplyFirst(string rule, string text, JsValue rows = default, IReadOnlyList<PreviewMessage>? messages = null)
    {
        var sut = new DefinitionDraft("w", text, new FakeTimeProvider());
        Assert.True(sut.ObserveAsync(rows, messages ?? []).IsCompletedSuccessfully);
        var others = sut.Findings.ToList();
        var finding = others.First(finding => finding.Rule == rule && finding.CanFix);

        Assert.True(sut.Apply(finding));

        Assert.DoesNotContain(sut.Findings, finding.IsSame);
        var allowed = sut.Findings.Where(static other => other.Rule is not ("LG006" or "LG023" or "LG025"));
        Assert.All(allowed, other => Assert.Contains(others, before => before.Rule == other.Rule));
        return sut.Text;
    }

    /// <summary>Where the texts differ, the one has what goes and the other what comes.</summary>
    private static void AssertSwap(string before, string after, string gone, string come)
    {
        var trimmed = come.TrimEnd();
        Assert.Contains(gone, before, StringComparison.Ordinal);
        if (gone.Length > 0)
        {
            var swapped = before.Replace(gone, come, StringComparison.Ordinal);
            Assert.Contains(after, new[] { swapped, before.Replace(gone, trimmed, StringComparison.Ordinal) });
        }
        else
        {
            var at = after.IndexOf(trimmed, StringComparison.Ordinal);
            Assert.True(at > 0, after);
            Assert.Equal(before, after.Remove(at, trimmed.Length));
        }
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
