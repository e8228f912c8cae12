using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Model;

public sealed class GridModelTests
{
    private const string Columns = """
        [{"field": "id", "headerName": "Id"},
         {"field": "price", "headerName": "Price", "renderFn": "showCellChange"},
         {"field": "size", "headerName": "Size"}]
        """;

    private const string Rows = """[{"id": "A", "price": 10, "size": 1}, {"id": "B", "price": 20, "size": 2}]""";

    [Fact]
    public void Expire_BeforeTheTime_KeepsTheMark()
    {
        var sut = Sut();
        sut.Send(1000, """{"id": "A", "price": 11}""");

        Assert.Equal(Ms(3000), sut.NextExpiry);
        Assert.False(sut.Expire(Ms(2999)));
        Assert.Equal(ChangeDirection.Up, sut.Cell("A", "price").Mark);
    }

    [Fact]
    public void Expire_AtTheTime_TakesTheMarkAwayAndBumpsVersions()
    {
        var sut = Sut();
        sut.Send(1000, """{"id": "A", "price": 11}""");
        var (gridVersion, rowVersion, otherVersion) = (sut.Version, sut.Rows[0].Version, sut.Rows[1].Version);

        Assert.True(sut.Expire(Ms(3000)));

        Assert.Equal(ChangeDirection.None, sut.Cell("A", "price").Mark);
        Assert.Null(sut.NextExpiry);
        Assert.True(sut.Version > gridVersion);
        Assert.True(sut.Rows[0].Version > rowVersion);
        Assert.Equal(otherVersion, sut.Rows[1].Version);
    }

    [Fact]
    public void NextExpiry_SecondChangeOfTheCell_MovesOn()
    {
        var sut = Sut();
        sut.Send(1000, """{"id": "A", "price": 11}""");
        sut.Send(1500, """{"id": "A", "price": 12}""");

        Assert.Equal(Ms(3500), sut.NextExpiry);
        Assert.False(sut.Expire(Ms(3000)));
        Assert.True(sut.Cell("A", "price").Highlighted);
        Assert.True(sut.Expire(Ms(3500)));
    }

    [Fact]
    public void Apply_AfterTheTime_StartsFromAnExpiredMark()
    {
        var sut = Sut();
        sut.Send(0, """{"id": "A", "price": 11}""");

        sut.Send(2500, """{"id": "A", "price": null}""");

        var cell = sut.Cell("A", "price");
        Assert.Equal(ChangeDirection.None, cell.Arrow);
        Assert.True(cell.Highlighted);
    }

    [Fact]
    public void Cell_RowThatWasNeverDrawn_ShowsItsMarkWhenAskedLater()
    {
        var sut = Sut();
        sut.Send(0, """{"id": "B", "price": 18}""");
        sut.Send(1000, """{"id": "A", "price": 11}""");

        var cell = sut.Cell("B", "price");

        Assert.Equal(ChangeDirection.Down, cell.Arrow);
        Assert.Equal(2, cell.Delta);
    }

    [Fact]
    public void Cell_Unchanged_IsTheSameObject()
    {
        var sut = Sut();
        var (price, size) = (sut.Cell("A", "price"), sut.Cell("A", "size"));

        sut.Send(0, """{"id": "A", "price": 11}""");

        Assert.NotSame(price, sut.Cell("A", "price"));
        Assert.Same(size, sut.Cell("A", "size"));
    }

    [Fact]
    public void Apply_SameValues_KeepsAllVersions()
    {
        var sut = Sut();
        var (gridVersion, rowVersion) = (sut.Version, sut.Rows[0].Version);

        var counts = sut.Send(0, """{"id": "A", "price": 10, "size": 1}""");

        Assert.Equal(1, counts.Updated);
        Assert.Equal(gridVersion, sut.Version);
        Assert.Equal(rowVersion, sut.Rows[0].Version);
    }

    [Fact]
    public void Load_Again_ReplacesEverythingWithoutMarks()
    {
        var sut = Sut();
        sut.Send(0, """{"id": "A", "price": 11}""");
        var version = sut.Version;

        sut.Load(JsonText.Parse("""[{"id": "A", "price": 50, "size": 1}]"""), Ms(100));

        Assert.Single(sut.Rows);
        Assert.Null(sut.NextExpiry);
        Assert.False(sut.Cell("A", "price").Highlighted);
        Assert.False(sut.TryGetRow("B", out _));
        Assert.True(sut.Version > version);
    }

    [Fact]
    public void Load_RepeatedIds_KeepsBothRowsAndUpdatesTheLast()
    {
        var sut = Widget.Grid(Columns, """[{"id": "A", "price": 1}, {"id": "A", "price": 2}]""", MergePolicy.Workspace);

        sut.Send(0, """{"id": "A", "price": 9}""");

        Assert.Equal([1, 9], sut.Rows.Select(static row => row["price"].Number));
    }

    [Fact]
    public void Apply_EmptyListOfIdColumns_GivesEveryRowTheSameEmptyId()
    {
        var widget = Widget.OfTable(JsObject.Create(("columnsDefs", JsonText.Parse(Columns))), JsValue.FromList());
        var sut = new GridModel(widget, new GridModelOptions { MergePolicy = MergePolicy.Workspace });
        sut.Load(JsonText.Parse(Rows), TimeSpan.Zero);

        var counts = sut.Send(0, """{"price": 5}""");

        Assert.Equal(new MergeCounts(1, 0, 0), counts);
        Assert.Equal(["", ""], sut.Rows.Select(static row => row.Id));
        Assert.Equal([10, 5], sut.Rows.Select(static row => row["price"].Number));
    }

    [Fact]
    public void Apply_WorkspaceWithNullEnableCellChangeWs_KeepsTheValue()
    {
        var sut = Widget.Grid(
            """[{"field": "id", "headerName": "Id"}, {"field": "price", "headerName": "P", "enableCellChangeWs": null}]""",
            Rows,
            MergePolicy.Workspace);

        sut.Send(0, """{"id": "A", "price": 99}""");

        Assert.Equal(10, sut.Rows[0]["price"].Number);
    }

    [Fact]
    public void Apply_BeyondAppendLimit_DropsTheOldest()
    {
        var sut = Widget.Grid("[]", """[{"n": 1}, {"n": 2}]""", MergePolicy.Documented, rowId: null, appendLimit: 3);

        sut.Send(0, """[{"n": 3}, {"n": 4}, {"n": 5}]""");

        Assert.Equal(["#3", "#4", "#5"], sut.Rows.Select(static row => row.Id));
        Assert.Equal(2, sut.TrimmedRows);
        Assert.False(sut.TryGetRow("#1", out _));
        Assert.True(sut.TryGetRow("#5", out _));
    }

    [Fact]
    public void Apply_AppendLimitOnAGridWithIds_PlaysNoPart()
    {
        var sut = Widget.Grid(Columns, Rows, MergePolicy.Documented, appendLimit: 1);

        Assert.Equal(2, sut.Rows.Count);
        Assert.Equal(0, sut.TrimmedRows);
    }

    [Fact]
    public void Apply_TimeGoesBack_CountsAsTheLastTime()
    {
        var sut = Sut();
        sut.Send(5000, """{"id": "A", "price": 11}""");
        sut.Send(1000, """{"id": "B", "price": 21}""");

        Assert.Equal(Ms(7000), sut.NextExpiry);
        Assert.True(sut.Expire(TimeSpan.MaxValue));
        Assert.Null(sut.NextExpiry);
    }

    [Fact]
    public void Apply_WithDetail_TellsWhatEachMessageDid()
    {
        var sut = Widget.Grid(
            """[{"field": "id", "headerName": "Id"}, {"field": "price", "headerName": "P"}, {"field": "bid", "headerName": "B"}, {"field": "size", "headerName": "S", "enableCellChangeWs": false}]""",
            Rows,
            MergePolicy.Workspace);
        var detail = new ApplyDetail();

        sut.Apply(
            [
                FeedFrame.Parse("""{"id": "A", "price": 11}"""),
                FeedFrame.Parse("""{"id": "A", "price": 12, "size": 3, "bid": 1, "other": 1}"""),
                FeedFrame.Parse("""{"id": "Z"}"""),
                FeedFrame.Parse("nonsense"),
                FeedFrame.Parse("[null]"),
                FeedFrame.Parse("5"),
            ],
            TimeSpan.Zero,
            detail);

        var outcomes = detail.Outcomes;
        Assert.Equal(
            [OutcomeKind.Updated, OutcomeKind.Updated, OutcomeKind.UnknownRow, OutcomeKind.NotJson, OutcomeKind.LostFrame, OutcomeKind.NotARow],
            outcomes.Select(static outcome => outcome.Kind));
        Assert.Equal([new IgnoredField("price", IgnoreReason.Superseded)], outcomes[0].Ignored);
        Assert.Equal([new CellChange("price", 10, 12)], outcomes[1].Changes);
        Assert.Equal(
            [
                new IgnoredField("size", IgnoreReason.NotLive),
                new IgnoredField("bid", IgnoreReason.NotInRow),
                new IgnoredField("other", IgnoreReason.NotDeclared),
            ],
            outcomes[1].Ignored);
        Assert.Equal("Z", outcomes[2].RowId);
    }

    [Fact]
    public void Apply_HoverCardOrClickBesideShowCellChange_HidesTheMarks()
    {
        var sut = Widget.Grid(
            """[{"field": "id", "headerName": "Id"}, {"field": "price", "headerName": "P", "renderFn": "showCellChange,cellOnClick"}]""",
            Rows,
            MergePolicy.Documented);

        sut.Send(0, """{"id": "A", "price": 11}""");

        Assert.Equal(ChangeDirection.None, sut.Cell("A", "price").Mark);
        Assert.True(sut.Cell("A", "price").HasClick);
    }

    [Fact]
    public void Constructor_NothingLoaded_HasNeitherColumnsNorRows()
    {
        var sut = new GridModel(WidgetDefinition.Read("x", default), GridModelOptions.Default);

        Assert.Empty(sut.Columns);
        Assert.Empty(sut.Rows);
        Assert.Null(sut.NextExpiry);
    }

    private static GridModel Sut() => Widget.Grid(Columns, Rows, MergePolicy.Documented);

    private static TimeSpan Ms(double ms) => TimeSpan.FromMilliseconds(ms);
}
