using LiveGridStudio.Shared.Checking.Lint;

namespace LiveGridStudio.Tests.Unit.Checking.Lint;

/// <summary>For each column rule: what triggers it, the same in other places and spellings, and similar cases that are fine.</summary>
public sealed class ColumnLintTests
{
    [Theory]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange", "renderFnParams": {"colorValueKey": "change"}}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a"}, {"field": "b", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "x"}}]""", "2.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFn": ["titleCase", "columnColor"], "renderFnParams": {"colorValueKey": "x"}}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFn": "titleCase, greenRed", "renderFnParams": {"colorValueKey": "x"}}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFnParams": {"colorValueKey": "x", "colorRules": [{"condition": "gt", "value": 0, "color": "red"}]}}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "change"}}, {"field": "change", "enableCellChangeWs": false}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "change"}}, {"field": "change", "enableCellChangeWs": null}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "change"}}, {"field": "change"}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "change"}}, {"field": "change", "hide": true}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "a"}}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "symbol"}}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": null}}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "titleCase", "renderFnParams": {"colorValueKey": "x"}}]""", "")]
    public void LG001_ColorKeyThatMessagesDoNotReach(string columns, string paths) => AssertRule("LG001", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange", "enableCellChangeWs": false}]""", "1.enableCellChangeWs")]
    [InlineData("""[{"field": "a"}, {"field": "b", "renderFn": ["showCellChange"], "enableCellChangeWs": false}]""", "2.enableCellChangeWs")]
    [InlineData("""[{"field": "a", "renderFn": "titleCase,showCellChange", "enableCellChangeWs": false}]""", "1.enableCellChangeWs")]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange", "enableCellChangeWs": true}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "enableCellChangeWs": false}]""", "")]
    public void LG005_FlashOnColumnWithoutChanges(string columns, string paths) => AssertRule("LG005", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "renderFn": "hoverCard,showCellChange"}]""", "1.renderFn")]
    [InlineData("""[{"field": "a"}, {"field": "b", "renderFn": ["showCellChange", "cellOnClick"]}]""", "2.renderFn")]
    [InlineData("""[{"field": "a", "renderFn": ["showCellChange", "cellOnClick", "hoverCard"]}]""", "1.renderFn, 1.renderFn")]
    [InlineData("""[{"field": "a", "renderFn": ["showCellChange", "titleCase"]}]""", "1.renderFn")]
    [InlineData("""[{"field": "a", "renderFn": ["hoverCard", "greenRed"]}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange, greenRed"}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "hoverCard"}, {"field": "b", "renderFn": "cellOnClick"}]""", "")]
    public void LG007_RenderFunctionHiddenByAnother(string columns, string paths) => AssertRule("LG007", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange", "prefix": "$"}]""", "1.prefix")]
    [InlineData("""[{"field": "a"}, {"field": "b", "renderFn": ["showCellChange"], "suffix": "%", "formatterFn": "percent"}]""", "2.formatterFn, 2.suffix")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed, showCellChange", "formatterFn": "none"}]""", "1.formatterFn")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "prefix": "$", "formatterFn": "percent"}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "showCellChange", "prefix": "", "formatterFn": null, "decimalPlaces": 2}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "hoverCard, showCellChange", "prefix": "$"}]""", "")]
    public void LG008_FormatOnChangeCell(string columns, string paths) => AssertRule("LG008", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "enableCellChangeWs": null}, {"field": "b", "enableCellChangeWs": null}]""", "1.enableCellChangeWs, 2.enableCellChangeWs")]
    [InlineData("""[{"field": "a", "enableCellChangeWs": false}, {"field": "b", "enableCellChangeWs": true}, {"field": "c"}]""", "")]
    public void LG016_NullMeansFalse(string columns, string paths) => AssertRule("LG016", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "cellDataType": "text", "prefix": "#"}]""", "1.prefix")]
    [InlineData("""[{"field": "a"}, {"field": "b", "cellDataType": "text", "suffix": "#", "renderFnParams": {"colorRules": [{"condition": "eq", "value": "x", "color": "red"}]}}]""", "2.renderFnParams.colorRules, 2.suffix")]
    [InlineData("""[{"field": "a", "cellDataType": "text", "renderFn": "titleCase,greenRed"}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "columnColor", "renderFnParams": {"colorRules": [{"condition": "gt", "value": "100", "color": "red"}]}}]""", "1.renderFnParams.colorRules.0.value")]
    [InlineData("""[{"field": "a", "renderFn": "columnColor", "renderFnParams": {"colorRules": [{"condition": "between", "range": {"min": 9, "max": 5}, "color": "red"}]}}]""", "1.renderFnParams.colorRules.0.range")]
    [InlineData("""[{"field": "a", "cellDataType": "text", "prefix": "#", "renderFn": []}]""", "")]
    [InlineData("""[{"field": "a", "cellDataType": "text", "prefix": "#", "formatterFn": "none"}]""", "")]
    [InlineData("""[{"field": "a", "cellDataType": "number", "prefix": "#"}, {"field": "b", "prefix": "#"}]""", "")]
    [InlineData("""[{"field": "a", "cellDataType": "text", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "change"}}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "columnColor", "renderFnParams": {"colorRules": [{"condition": "eq", "value": "100", "color": "red"}]}}]""", "")]
    public void LG017_NoEffect(string columns, string paths) => AssertRule("LG017", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorRules": null}}]""", "1.renderFnParams.colorRules")]
    [InlineData("""[{"field": "a", "renderFn": "titleCase", "renderFnParams": {"colorRules": null}}]""", "")]
    [InlineData("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorRules": []}}]""", "")]
    public void LG024_NullColorRules(string columns, string paths) => AssertRule("LG024", columns, paths);

    [Theory]
    [InlineData("""[{"field": "a", "sparkline": {"type": "line", "options": {"stroke": "red"}}}]""", "1.sparkline.options.customFormatter")]
    [InlineData("""[{"field": "a", "sparkline": {"type": "line", "options": {"customFormatter": "x", "pointsOfInterest": {}}}}]""", "1.sparkline.options.customFormatter")]
    [InlineData("""[{"field": "a", "sparkline": {"type": "line", "options": {"customFormatter": "", "pointsOfInterest": {}}}}]""", "")]
    [InlineData("""[{"field": "a", "sparkline": {"type": "line", "options": {"customFormatter": "x"}}}]""", "")]
    [InlineData("""[{"field": "a", "sparkline": {"type": "line"}}]""", "")]
    public void LG029_SparklineFormatter(string columns, string paths)
    {
        var widget = LintSamples.WithColumns(columns);

        Assert.Equal(paths, LintSamples.PathsOf("LG029", widget));
        LintSamples.AssertRepairs("LG029", widget);
    }

    [Theory]
    [InlineData("LG007", """[{"field": "a", "renderFn": "hoverCard,showCellChange"}]""", "1.renderFn")]
    [InlineData("LG008", """[{"field": "a", "renderFn": "showCellChange", "prefix": "$"}]""", "1.prefix")]
    [InlineData("LG017", """[{"field": "a", "cellDataType": "text", "prefix": "#"}]""", "1.prefix")]
    [InlineData("LG024", """[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorRules": null}}]""", "1.renderFnParams.colorRules")]
    [InlineData("LG001", """[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "x"}}]""", "1.renderFnParams.colorValueKey")]
    [InlineData("LG001", """[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "x"}}, {"field": "x", "enableCellChangeWs": false}]""", "")]
    [InlineData("LG005", """[{"field": "a", "renderFn": "showCellChange", "enableCellChangeWs": false}]""", "")]
    public void Lint_Table_HasTheRulesThatNeedNoMessages(string rule, string columns, string paths)
    {
        var widget = LintSamples.WithColumns(columns).Object.With("type", "table");

        Assert.Equal(paths, LintSamples.PathsOf(rule, widget));
        LintSamples.AssertRepairs(rule, widget);
    }

    [Fact]
    public void LG001_TableThatShowsAll_HasTheFieldToColourBy() => Assert.Equal("", LintSamples.PathsOf(
        "LG001",
        LintSamples.WithColumns("""[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "x"}}]""", """{"showAll": true}""").Object.With("type", "table")));

    [Fact]
    public void Lint_ShownAndHiddenTables_DeclareTheColorKeyAccordingly()
    {
        const string columns = """[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "day_change"}}]""";

        Assert.Equal("""{"field":"day_change","headerName":"Day Change","hide":true}""", Declared("{}"));
        Assert.Equal("""{"field":"day_change","headerName":"Day Change"}""", Declared("""{"showAll": true}"""));

        string Declared(string table)
        {
            var widget = LintSamples.WithColumns(columns, table);
            var finding = Assert.Single(WidgetLinter.Lint("w", widget), static finding => finding.Rule == "LG001");
            return Shared.Json.JsonText.Stringify(finding.Repair!(widget)["data"]["table"]["columnsDefs"].List[^1]);
        }
    }

    [Fact]
    public void LG001_WithoutRowIds_IsNotGiven()
    {
        // Appended rows are complete, with their colour key.
        var widget = LintSamples.DocsExample.Object.With("data", LintSamples.DocsExample["data"].Object.Without("wsRowIdColumn"));

        Assert.Equal("", LintSamples.PathsOf("LG001", widget));
    }

    private static void AssertRule(string ruleId, string columns, string paths)
    {
        var widget = LintSamples.WithColumns(columns);

        Assert.Equal(paths, LintSamples.PathsOf(ruleId, widget));
        Assert.Equal("", LintSamples.PathsOf(ruleId, widget.Object.With("type", "chart")));
        LintSamples.AssertRepairs(ruleId, widget);
    }
}
