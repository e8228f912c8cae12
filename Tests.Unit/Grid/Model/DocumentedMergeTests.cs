using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Model;

public sealed class DocumentedMergeTests
{
    private const string Columns = """
        [{"field": "id", "headerName": "Id"},
         {"field": "price", "headerName": "Price", "renderFn": "showCellChange", "renderFnParams": {"colorValueKey": "change"}},
         {"field": "volume", "headerName": "Volume", "enableCellChangeWs": false},
         {"field": "size", "headerName": "Size", "enableCellChangeWs": null}]
        """;

    private const string Rows = """[{"id": "A", "price": 10, "change": 1, "volume": 5, "size": 7}]""";

    [Fact]
    public void Apply_UndeclaredField_IsUpdated()
    {
        var sut = Sut();

        var counts = sut.Send(0, """{"id": "A", "change": -2}""");

        Assert.Equal(new MergeCounts(1, 0, 0), counts);
        Assert.Equal(-2, sut.Rows[0]["change"].Number);
    }

    [Fact]
    public void Apply_FieldThatTheRowLacks_IsAdded()
    {
        var sut = Sut();

        sut.Send(0, """{"id": "A", "bid": 9.5}""");

        Assert.Equal(9.5, sut.Rows[0]["bid"].Number);
        Assert.DoesNotContain(sut.Columns, static column => column.Field == "bid");
    }

    [Fact]
    public void Apply_ColumnThatIsNotLive_KeepsItsValue()
    {
        var sut = Sut();

        sut.Send(0, """{"id": "A", "volume": 6}""");

        Assert.Equal(5, sut.Rows[0]["volume"].Number);
    }

    [Fact]
    public void Apply_EnableCellChangeWsNull_CountsAsLive()
    {
        var sut = Sut();

        sut.Send(0, """{"id": "A", "size": 8}""");

        Assert.Equal(8, sut.Rows[0]["size"].Number);
    }

    [Fact]
    public void Apply_PartialUpdatesOfOneBatch_AddUp()
    {
        var sut = Sut();

        var counts = sut.Send(0, """{"id": "A", "price": 11}""", """[{"id": "A", "size": 8}, {"id": "A", "change": 3}]""");

        Assert.Equal(3, counts.Updated);
        Assert.Equal(
            JsonText.Parse("""{"id": "A", "price": 11, "change": 3, "volume": 5, "size": 8}"""), JsValue.FromObject(sut.Rows[0].Data));
    }

    [Fact]
    public void Apply_SameCellTwiceInOneBatch_IsMarkedAgainstTheValueBeforeTheBatch()
    {
        var sut = Sut();

        sut.Send(0, """{"id": "A", "price": 90}""", """{"id": "A", "price": 12}""");

        var cell = sut.Cell("A", "price");
        Assert.Equal(2, cell.Delta);
        Assert.Equal(1, cell.Changes);
    }

    [Fact]
    public void Apply_CellThatReturnsToItsValueWithinOneBatch_IsNotMarked()
    {
        var sut = Sut();

        sut.Send(0, """{"id": "A", "price": 90}""", """{"id": "A", "price": 10}""");

        Assert.False(sut.Cell("A", "price").Highlighted);
        Assert.Null(sut.NextExpiry);
    }

    [Fact]
    public void Apply_NullInAList_IsSkippedAndTheRestCounts()
    {
        var sut = Sut();

        var counts = sut.Send(0, """[null, {"id": "A", "price": 11}]""");

        Assert.Equal(new MergeCounts(1, 1, 0), counts);
        Assert.Equal(11, sut.Rows[0]["price"].Number);
    }

    [Fact]
    public void Apply_NullFrameAndUnreadableFrame_CountOneEach() =>
        Assert.Equal(new MergeCounts(0, 2, 0), Sut().Send(0, "null", "hello"));

    [Fact]
    public void Apply_UnknownId_IsIgnored() => Assert.Equal(new MergeCounts(0, 1, 0), Sut().Send(0, """{"id": "B", "price": 1}"""));

    [Fact]
    public void Apply_IdThatLooksLikeANumber_StillMatches()
    {
        var sut = Widget.Grid("[]", """[{"id": "0700", "price": 1}]""", MergePolicy.Documented);

        var counts = sut.Send(0, """{"id": "0700", "price": "1,234.5"}""");

        Assert.Equal(1, counts.Updated);
        Assert.Equal(JsValue.FromNumber(1234.5), sut.Rows[0]["price"]);
        Assert.Equal(JsValue.FromNumber(700), sut.Rows[0]["id"]);
    }

    [Fact]
    public void Apply_ChangedColourKeyAlone_RecoloursAtOnceWithoutAMark()
    {
        var sut = Sut();
        Assert.Equal(CellColor.Green, sut.Cell("A", "price").Color);

        sut.Send(0, """{"id": "A", "change": -1}""");

        var cell = sut.Cell("A", "price");
        Assert.Equal(CellColor.Red, cell.Color);
        Assert.False(cell.Highlighted);
    }

    [Fact]
    public void Apply_WithoutIds_AppendsLoadedValuesOldestFirst()
    {
        var sut = Widget.Grid("[]", """[{"price": 1}]""", MergePolicy.Documented, rowId: null);

        var counts = sut.Send(0, """[{"price": "2"}, {"other": 3}]""");

        Assert.Equal(new MergeCounts(0, 0, 2), counts);
        Assert.Equal(["#1", "#2", "#3"], sut.Rows.Select(static row => row.Id));
        Assert.Equal(JsValue.FromNumber(2), sut.Rows[1]["price"]);
        Assert.True(sut.Rows[2]["price"].IsUndefined);
    }

    [Fact]
    public void Apply_EverNewFields_StopsAddingThem()
    {
        var sut = Sut();

        for (var i = 0; i < 2000; i++)
        {
            sut.Send(i, $$"""{"id": "A", "f{{i}}": 1}""");
        }

        Assert.InRange(sut.Rows[0].Data.Count, 200, 300);
    }

    private static GridModel Sut() => Widget.Grid(Columns, Rows, MergePolicy.Documented);
}
