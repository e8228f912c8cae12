using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class TableScaffoldTests
{
    private readonly TableOptions _shape = new() { Endpoint = "trading/orders" };

    [Fact]
    public void Result_TableOfTheSettings_NamesItsPathsKeyAndParameters()
    {
        _shape.Key.AddRange(["desk", "id"]);
        _shape.Required.Add("book");
        _shape.Select["book"] = "desk";
        _shape.SnapshotOnly.Add("placed");
        var table = Table("""{"id": 1, "desk": "fx", "price": 2.5, "placed": 7}""", """{"id": 1, "desk": "rates", "price": 3.5, "placed": 8}""");

        var sut = new TableScaffold(table, static id => id == "orders");

        Assert.Equal("orders_2", sut.WidgetId);
        var widget = sut.Result.Definition;
        Assert.Equal(("trading/orders", "trading/orders_ws"), (widget["endpoint"].Text, widget["wsEndpoint"].Text));
        Assert.Equal("""["desk","id"]""", JsonText.Stringify(widget["data"]["wsRowIdColumn"]));
        Assert.False(widget["data"]["table"]["columnsDefs"].List[3]["enableCellChangeWs"].IsUndefined);
        Assert.Equal(["book", "keep_open"], widget["params"].List.Select(static param => param["paramName"].Text));
        Assert.Equal("fx", widget["params"].List[0]["value"].Text);
        Assert.Empty(sut.Result.Check!.Findings);
    }

    [Fact]
    public void Result_TableThatAppends_HasNoRowIdAndNothingThatFlashes()
    {
        var sut = new TableScaffold(Table("""{"trade": 1, "price": 2.5}"""), static _ => false);

        Assert.Empty(sut.RowId);
        Assert.DoesNotContain("showCellChange", sut.Result.Text, StringComparison.Ordinal);
        Assert.Equal(["LG002"], sut.Result.Check!.Findings.Select(static finding => finding.Rule));
    }

    [Fact]
    public void Look_RowsThatChange_AreSeenToChange()
    {
        _shape.Key.Add("id");
        var table = Table("""{"id": 1, "price": 2.5, "size": 3}""");
        var sut = new TableScaffold(table, static _ => false);
        Assert.Contains(sut.Result.Notes, static note => note.StartsWith("No number was seen to change", StringComparison.Ordinal));
        Assert.False(sut.Look());

        Write(table, """{"id": 1, "size": 4}""");

        Assert.True(sut.Look());
        Assert.Contains("showCellChange on columns that were seen to change: size.", sut.Result.Notes);
        Assert.False(sut.IsLooking);
    }

    [Fact]
    public void Look_FirstRow_MakesTheDefinition()
    {
        _shape.Key.Add("id");
        var table = Table();
        var sut = new TableScaffold(table, static _ => false);
        Assert.Contains("no row yet", sut.Result.Problem, StringComparison.Ordinal);

        Write(table, """{"id": 1, "price": 2.5}""");

        Assert.True(sut.Look());
        Assert.Null(sut.Result.Problem);
        Assert.True(sut.IsLooking);
    }

    [Fact]
    public void Choose_Columns_AreTheRowIdInTheOrderOfTheKeyAndTheRows()
    {
        _shape.Key.Add("id");
        var sut = new TableScaffold(Table("""{"venue": "x", "id": 1, "side": "b"}"""), static _ => false);

        sut.Choose(["side", "venue"]);

        Assert.Equal("""["venue","side"]""", JsonText.Stringify(sut.Result.Definition["data"]["wsRowIdColumn"]));
        Assert.Equal(["id", "venue", "side"], sut.Columns);
    }

    [Theory]
    [InlineData("new", null)]
    [InlineData("", "1 to 64")]
    [InlineData("a b", "letters, digits")]
    [InlineData("taken", "already")]
    public void IdProblem_Id_SaysWhatIsWrong(string id, string? problem)
    {
        var sut = new TableScaffold(Table("""{"id": 1}"""), static id => id == "taken") { WidgetId = id };

        if (problem is null)
        {
            Assert.Null(sut.IdProblem);
        }
        else
        {
            Assert.Contains(problem, sut.IdProblem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Name_Written_StaysWhenTheIdChanges()
    {
        var sut = new TableScaffold(Table("""{"id": 1}"""), static _ => false);
        Assert.Equal("Orders", sut.Name);
        sut.WidgetId = "fx_orders";
        Assert.Equal("Fx Orders", sut.Name);

        sut.Name = "Mine";
        sut.WidgetId = "other";

        Assert.Equal("Mine", sut.Result.Definition["name"].Text);
    }

    private static void Write(LiveTable table, string row) => Assert.Equal(TableChange.Applied, table.Write(JsonText.Parse(row).Object));

    private LiveTable Table(params string[] rows)
    {
        var table = new LiveTable("orders", _shape, TestBook.Clock());
        Array.ForEach(rows, row => Write(table, row));
        return table;
    }
}
