using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Model;

public sealed class MergeConformanceTests(ITestOutputHelper output)
{
    private static readonly GridCases Cases = GridCases.Read("merge.json");

    public static TheoryData<string> Ids => Cases.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Apply_Case_GivesExpectedRowsAndCounts(string id) => Assert.Empty(Check(Cases[id]));

    [Fact]
    public void Apply_AllCases_Pass() => Cases.AssertAll(Check, output);

    private static List<string> Check(JsValue item)
    {
        var table = JsObject.Create(
            ("showAll", item["showAll"]), ("columnsDefs", item["columnsDefs"].IsNull ? default : item["columnsDefs"]));
        var model = new GridModel(
            Widget.OfTable(table, item["wsRowIdColumn"], item["wsRowIdColumns"]),
            new GridModelOptions { MergePolicy = MergePolicy.Workspace });
        model.Load(item["seedRows"], TimeSpan.Zero);
        var loaded = Differences.RowsOf(model);

        var frames = item["messages"].List.Select(FrameOf).ToList();
        var counts = default(MergeCounts);
        foreach (var batch in item["sameBatch"].Boolean ? [frames] : frames.Select(static frame => new List<FeedFrame> { frame }))
        {
            counts += model.Apply(batch, TimeSpan.FromSeconds(1));
        }

        return
        [
            .. Differences.Of(item["loadedRows"], loaded, "loadedRows"),
            .. Differences.Of(item["expectRows"], Differences.RowsOf(model), "rows"),
            .. Differences.Of(item["counts"], GridJson.OfCounts(counts), "counts"),
        ];
    }

    private static FeedFrame FrameOf(JsValue message) =>
        message["$raw"].TryGetText(out var text) ? FeedFrame.Parse(text) : new FeedFrame(message);
}
