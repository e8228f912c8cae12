using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Grid.Messages;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid;

/// <summary>A grid holds so many cells and no more.</summary>
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

        var row = Sut("id", maxCells: 10, rows: 1, columns).Rows[0];

        Assert.InRange(row.Cell(0).Text!.Length, 200, 203);
        Assert.InRange(row.Cell(0).Title!.Length, 200, 2003);
        Assert.InRange(row.Cell(1).HoverCard!.Markdown!.Length, 2500, 10_000);
    }

    [Fact]
    public void Look_ColumnWithExtras_MakesNone()
    {
        var sut = Sut("id", 10, 1, """[{"field": "id", "headerName": "Id"}, {"field": "n", "headerName": "N", "sparkline": {"type": "line", "dataField": "id"}}]""");

        Assert.Null(sut.Rows[0].Look(sut.Columns[1]).Sparkline);
        Assert.NotNull(sut.Rows[0].Cell(1).Sparkline);
    }

    private static GridModel Sut(string? rowId, long maxCells, int rows, string columns = "[]")
    {
        var model = new GridModel(Widget.Of(columns, rowId), new GridModelOptions { MaxCells = maxCells });
        model.Load(JsValue.FromList([.. Enumerable.Range(0, rows).Select(static i => (JsValue)JsObject.Create(("id", i), ("n", i)))]), TimeSpan.Zero);
        return model;
    }
}
