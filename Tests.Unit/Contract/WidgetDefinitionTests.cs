using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Tests.Unit.Contract;

public sealed class WidgetDefinitionTests
{
    [Theory]
    [InlineData("{}", "table")]
    [InlineData("""{"type": null, "defaultViz": "chart"}""", "chart")]
    [InlineData("""{"type": "note"}""", "rich_note")]
    [InlineData("""{"type": "live_grid"}""", "live_grid")]
    [InlineData("""{"type": 5}""", "table")]
    public void Read_Type_FallsBack(string raw, string expected) => Assert.Equal(expected, Read(raw).Type);

    [Theory]
    [InlineData("{}", "", false)]
    [InlineData("""{"wsRowIdColumn": ""}""", "", false)]
    [InlineData("""{"wsRowIdColumn": []}""", "", true)]
    [InlineData("""{"wsRowIdColumn": "a,b"}""", "a,b", true)]
    [InlineData("""{"wsRowIdColumn": ["a", "b"]}""", "a|b", true)]
    [InlineData("""{"wsRowIdColumn": "a", "wsRowIdColumns": ["c", 5]}""", "c", true)]
    [InlineData("""{"wsRowIdColumn": "a", "wsRowIdColumns": null}""", "a", true)]
    public void Read_RowIdColumns_AcceptsEveryShape(string data, string expected, bool hasIds)
    {
        var widget = Read($$"""{"data": {{data}}}""");

        Assert.Equal(expected, string.Join('|', widget.RowIdColumns));
        Assert.Equal(hasIds, widget.HasRowIds);
    }

    [Fact]
    public void Read_UnknownAndMistypedKeys_SurviveARoundTrip()
    {
        const string Text = """{"name":5,"data":{"table":{"columnsDefs":[{"field":7,"mystery":null}]}},"x":[1]}""";

        var widget = Read(Text);

        Assert.Null(widget.Name);
        Assert.Equal(Text, JsonText.Stringify(widget.Raw));
        Assert.Equal("""{"field":7,"mystery":null}""", JsonText.Stringify(Assert.Single(widget.Table.Columns).Raw));
    }

    [Theory]
    [InlineData("""{}""", true, true)]
    [InlineData("""{"enableCellChangeWs": true}""", true, true)]
    [InlineData("""{"enableCellChangeWs": false}""", false, false)]
    [InlineData("""{"enableCellChangeWs": null}""", false, true)]
    [InlineData("""{"enableCellChangeWs": "no"}""", true, true)]
    public void IsLive_PerPolicy_TakesNullDifferently(string column, bool inWorkspace, bool documented)
    {
        var definition = ColumnDefinition.Read(JsonText.Parse(column));

        Assert.Equal(inWorkspace, MergePolicy.Workspace.IsLive(definition));
        Assert.Equal(documented, MergePolicy.Documented.IsLive(definition));
    }

    [Theory]
    [InlineData("\"greenRed\"", "greenRed")]
    [InlineData("\" greenRed , nonsense,showCellChange\"", "greenRed|showCellChange")]
    [InlineData("[\" hoverCard \", 5, \"GreenRed\"]", "hoverCard")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("7", "")]
    public void Read_RenderFn_AcceptsEveryShape(string renderFn, string expected)
    {
        var render = RenderFunction.Read(JsonText.Parse(renderFn), default);

        Assert.Equal(expected, string.Join('|', render.Names.Select(RenderFunctionNames.ToWire)));
        Assert.Equal(renderFn != "null", render.IsGiven);
    }

    [Fact]
    public void Read_LegacyGroupByParamName_NamesTheParameter()
    {
        var render = RenderFunction.Read("cellOnClick", JsonText.Parse("""{"actionType": "groupBy", "groupByParamName": "symbol"}"""));

        Assert.Equal("symbol", render.GroupBy!.ParamName);
        Assert.True(render.UsesLegacyGroupByParamName);
    }

    [Fact]
    public void Read_ColorRules_KeepsTheReadableOnes()
    {
        var rules = RenderFunction.Read(default, JsonText.Parse("""
            {"colorRules": [{"condition": "between", "range": {"min": 1, "max": 2}, "color": "#AbC", "fill": true},
                            {"condition": "like", "value": 1, "color": "red"}, {"condition": "gt", "value": 1, "color": "pink"}, 5]}
            """)).ColorRules!;

        var rule = Assert.Single(rules);
        Assert.Equal((ColorCondition.Between, "#AbC", true, 1d, 2d), (rule.Condition, rule.Color, rule.Fill, rule.Min, rule.Max));
    }

    [Fact]
    public void Read_Params_FlattensRowsAndFillsIn()
    {
        var parameters = Read("""{"params": [[{"paramName": "symbol", "value": 5}, {"paramName": "date"}], {"paramName": "n", "type": "number", "value": "12abc", "show": false}, 7]}""").Params;

        Assert.Equal(["symbol", "date", "n"], parameters.Select(static item => item.ParamName!));
        Assert.Equal(["text", "date", "number"], parameters.Select(static item => item.Type));
        Assert.Equal([JsValue.FromText("5"), JsValue.Null, JsValue.FromNumber(12)], parameters.Select(static item => item.Value));
        Assert.Equal("symbol", parameters[0].Label);
        Assert.Equal([true, true, false], parameters.Select(static item => item.Show));
    }

    [Fact]
    public void ReadAll_EntriesThatAreNoObjects_AreLeftOut() =>
        Assert.Equal(["a"], WidgetDefinition.ReadAll(JsonText.Parse("""{"$schema": "x", "a": {}}""")).Select(static widget => widget.Id));

    private static WidgetDefinition Read(string raw) => WidgetDefinition.Read("w", JsonText.Parse(raw));
}
