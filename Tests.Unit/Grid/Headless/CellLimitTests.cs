using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Headless;

/// <summary>A grid holds at most a given number of cells.</summary>
public sealed class CellLimitTests
{
    [Fact]
    public void Load_MoreRowsThanFit_KeepsTheFirst()
    {
        var sut = Sut(rowId: "id", maxCells: 10, rows: 8);

        Assert.Equal(["0", "1", "2", "3", "4"], sut.Rows.Select(static row => row.Id));
        Assert.Equal((3, 8, 2), (sut.OmittedRows, sut.Asked.Rows, sut.Asked.Columns));
    }

    [Fact]
    public void Apply_MessageForARowThatIsLeftOut_CountsAsUnknownAndSaysWhy()
    {
        var sut = Sut(rowId: "id", maxCells: 10, rows: 8);
        var detail = new ApplyDetail();

        var counts = sut.Apply([FeedFrame.Parse("""{"id": 7, "n": 1}""")], TimeSpan.Zero, detail);

        Assert.Equal(1, counts.Ignored);
        Assert.Equal(3, detail.Outcomes[0].OmittedRows);
        Assert.Equal(
            "row 7 is none of those shown, perhaps one of the 3 left out: ignored",
            MessageWords.Of(new LoggedRow(OutcomeKind.UnknownRow) { RowId = "7", OmittedRows = 3 }));
    }

    [Fact]
    public void Apply_AppendingBeyondTheLimit_KeepsTheNewest()
    {
        var sut = Sut(rowId: null, maxCells: 10, rows: 8);
        Assert.Equal(["#4", "#5", "#6", "#7", "#8"], sut.Rows.Select(static row => row.Id));

        sut.Send(0, "[" + string.Join(',', Enumerable.Repeat("""{"n": 1}""", 5000)) + "]");

        Assert.Equal((5, "#5008", 5003), (sut.Rows.Count, sut.Rows[^1].Id, sut.TrimmedRows));
        Assert.True(sut.IsLimitedByCells);
    }

    [Fact]
    public void Load_ManyColourRules_CountAsColumns()
    {
        var rules = string.Join(',', Enumerable.Repeat("""{"condition": "gt", "value": 0, "color": "red"}""", 60));
        var columns = """[{"field": "id", "headerName": "Id"}, {"field": "n", "headerName": "N", "renderFnParams": {"colorRules": [RULES]}}]"""
            .Replace("RULES", rules, StringComparison.Ordinal);

        var sut = Sut("id", maxCells: 10, rows: 8, columns);

        Assert.Equal((2, 3), (sut.Rows.Count, sut.Asked.ExtraColumns));
    }

    [Fact]
    public void Cell_LongTextsOfADefinition_AreNotRepeatedInFull()
    {
        var columns = """
            [{"field": "id", "headerName": "Id", "renderFn": [], "prefix": "PREFIX"},
             {"field": "n", "headerName": "N", "renderFn": "hoverCard", "renderFnParams": {"hoverCard": {"markdown": "MARKDOWN"}}}]
            """
            .Replace("PREFIX", new string('p', 100_000), StringComparison.Ordinal)
            .Replace("MARKDOWN", string.Concat(Enumerable.Repeat("{id}", 9000)), StringComparison.Ordinal);

        var sut = Sut("id", maxCells: 10, rows: 1, columns);
        var row = sut.Rows[0];

        Assert.InRange(row.Cell(0).Text!.Length, 200, 203);
        Assert.InRange(row.Cell(0).Title!.Length, 200, 2003);
        Assert.InRange(row.HoverCard(sut.Columns[1])!.Markdown!.Length, 2500, 10_000);
    }

    [Fact]
    public void Look_ColumnWithExtras_MakesNone()
    {
        var sut = Sut("id", 10, 1, """[{"field": "id", "headerName": "Id"}, {"field": "n", "headerName": "N", "sparkline": {"type": "line", "dataField": "id"}}]""");

        Assert.Null(sut.Rows[0].Look(sut.Columns[1]).Sparkline);
        Assert.NotNull(sut.Rows[0].Cell(1).Sparkline);
    }

    [Fact]
    public void Cell_IndexIsALongList_IsNotWrittenOutForEachCell()
    {
        var row = JsObject.Create([
            ("Index", JsValue.FromList([.. Enumerable.Repeat((JsValue)0, 100_000)])),
            .. Enumerable.Range(0, 1000).Select(static i => ($"f{i}", (JsValue)i)),
        ]);
        var sut = new GridModel(Widget.Of("[]", null), GridModelOptions.Default);
        sut.Load(JsValue.FromList(row), TimeSpan.Zero);
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var column in sut.Columns.Skip(1))
        {
            sut.Rows[0].Look(column);
        }

        // 1000 texts of 200 000 letters would be 400 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Count_RowsMayNameAColumnOfManyRules_CountsItsRulesForEachColumn()
    {
        var rules = string.Join(',', Enumerable.Repeat("""{"condition":"gt","value":0,"color":"red"}""", 2000));
        var widget = Widget.Of("""[{"field":"z","headerName":"Z","renderFn":"columnColor","renderFnParams":{"colorRules":[RULES]}}]""".Replace("RULES", rules, StringComparison.Ordinal), "id");
        string[] fields = ["id", .. Enumerable.Range(0, 99).Select(static i => $"f{i}")];

        Assert.Equal(100, GridColumns.Count(10, fields, widget.Table).PerRow);
        Assert.Equal(101 + (101 * 100), GridColumns.Count(10, [.. fields, "Index"], widget.Table).PerRow);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(100_000, true)]
    public void Apply_MessageThatBringsAnIndex_IsTakenOnlyWhereItsRulesFit(long maxCells, bool isTaken)
    {
        var rules = string.Join(',', Enumerable.Repeat("""{"condition":"gt","value":0,"color":"red"}""", 2000));
        var sut = Sut("id", maxCells, 5, """
            [{"field":"id","headerName":"Id"},{"field":"z","headerName":"Z","renderFn":"columnColor","renderFnParams":{"colorRules":[RULES]}}]
            """.Replace("RULES", rules, StringComparison.Ordinal));

        sut.Apply([FeedFrame.Parse("""{"id": 1, "Index": "z"}""")], TimeSpan.Zero);

        Assert.Equal(isTaken, sut.Rows[1].Data.Has("Index"));
        Assert.Equal(isTaken ? "#ef4444" : null, sut.Rows[1].Cell(sut.Columns.Single(static column => column.Field == "n")).Color);
    }

    [Fact]
    public void Cell_MoreThanARowKeeps_IsMadeAnew()
    {
        var row = JsObject.Create([.. Enumerable.Range(0, 300).Select(static i => ($"f{i}", (JsValue)i))]);
        var sut = new GridModel(Widget.Of("[]", null), GridModelOptions.Default);
        sut.Load(JsValue.FromList(row), TimeSpan.Zero);

        var first = sut.Rows[0].Cell(0);
        Assert.Same(first, sut.Rows[0].Cell(0));
        Assert.All(sut.Columns, column => Assert.Equal($"{column.Index}", sut.Rows[0].Cell(column).Text));
        Assert.NotSame(first, sut.Rows[0].Cell(0));
    }

    private static GridModel Sut(string? rowId, long maxCells, int rows, string columns = "[]")
    {
        var model = new GridModel(Widget.Of(columns, rowId), new GridModelOptions { MaxCells = maxCells });
        model.Load(JsValue.FromList([.. Enumerable.Range(0, rows).Select(static i => (JsValue)JsObject.Create(("id", i), ("n", i)))]), TimeSpan.Zero);
        return model;
    }
}
