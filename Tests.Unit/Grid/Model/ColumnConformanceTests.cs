using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Model;

public sealed class ColumnConformanceTests(ITestOutputHelper output)
{
    private static readonly GridCases Cases = GridCases.Read("columns.json");

    public static TheoryData<string> Ids => Cases.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_Case_GivesExpectedColumnsAndRows(string id) => Assert.Empty(Check(Cases[id]));

    [Fact]
    public void Load_AllCases_Pass() => Cases.AssertAll(Check, output);

    private static List<string> Check(JsValue item)
    {
        var model = new GridModel(Widget.OfTable(item["table"], "id"), GridModelOptions.Default);
        model.Load(item["rows"], TimeSpan.Zero);
        var expected = item["expectColumns"].List;
        var differences = new List<string>();
        differences.AddRange(Differences.Of(expected.Count, model.Columns.Count, "columns"));
        for (var i = 0; i < Math.Min(expected.Count, model.Columns.Count); i++)
        {
            differences.AddRange(Differences.OfMembers(expected[i], GridJson.OfColumn(model.Columns[i]), $"columns.{i}"));
        }

        differences.AddRange(Differences.Of(item["expectRows"], Differences.RowsOf(model), "rows"));
        return differences;
    }
}
