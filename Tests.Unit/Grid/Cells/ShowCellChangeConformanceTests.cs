using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class ShowCellChangeConformanceTests(ITestOutputHelper output)
{
    private const string RowId = "$id";

    private static readonly GridCases Cases = GridCases.Read("show-cell-change.json");

    public static TheoryData<string> Ids => Cases.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Apply_Case_MarksAsExpected(string id) => Assert.Empty(Check(Cases[id]));

    [Fact]
    public void Apply_AllCases_Pass() => Cases.AssertAll(Check, output);

    private static List<string> Check(JsValue item)
    {
        var field = item["columnDef"]["field"].Text!;
        var steps = item["steps"].List;
        var model = new GridModel(
            Widget.OfTable(TableOf(item["columnDef"], steps[0]["row"]), RowId),
            new GridModelOptions { MergePolicy = MergePolicy.Workspace });
        var differences = new List<string>();
        for (var i = 0; i < steps.Count; i++)
        {
            var at = TimeSpan.FromMilliseconds(steps[i]["atMs"].Number);
            if (i == 0)
            {
                model.Load(JsValue.FromList(steps[i]["row"]), at);
            }
            else
            {
                model.Apply([new FeedFrame(steps[i]["row"])], at);
            }

            var cell = model.Rows[0].Cell(model.Columns.Single(column => column.Field == field));
            var seen = GridJson.OfCell(cell).Object.With("deltaAbs", cell.Delta is { } delta ? delta : JsValue.Null);
            differences.AddRange(Differences.OfMembers(item["expectAfterEach"].List[i], seen, $"step {i}"));
        }

        return differences;
    }

    /// <summary>The steps are the rows of the grid, so every field of them is declared and live.</summary>
    private static JsObject TableOf(JsValue column, JsValue row) => JsObject.Create(
        ("showAll", true),
        ("columnsDefs", JsValue.FromList(
        [
            column,
            .. row.Object.Where(member => member.Key != column["field"].Text)
                .Select(static member => JsValue.FromObject(JsObject.Create(("field", member.Key), ("headerName", member.Key)))),
        ])));
}
