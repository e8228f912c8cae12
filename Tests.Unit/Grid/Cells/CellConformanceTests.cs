using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class CellConformanceTests(ITestOutputHelper output)
{
    private static readonly GridCases Cases = GridCases.Read("cells.json");

    public static TheoryData<string> Ids => Cases.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cell_Case_LooksAsExpected(string id) => Assert.Empty(Check(Cases[id]));

    [Fact]
    public void Cell_AllCases_Pass() => Cases.AssertAll(Check, output);

    private static List<string> Check(JsValue item)
    {
        var field = item["columnDef"]["field"].Text!;
        var table = JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(item["columnDef"])));
        var model = new GridModel(Widget.OfTable(table, field), GridModelOptions.Default);
        model.Load(JsValue.FromList(item["row"]), TimeSpan.Zero);
        var row = Assert.Single(model.Rows);
        var column = model.Columns.Single(candidate => candidate.Field == field);
        return
        [
            .. Differences.Of(item["loadedValue"], row[field], "loadedValue"),
            .. Differences.OfMembers(item["expect"], GridJson.OfCell(row.Cell(column)), "cell"),
            .. Differences.Of(item["expect"]["align"], column.Align, "column.align"),
        ];
    }
}
