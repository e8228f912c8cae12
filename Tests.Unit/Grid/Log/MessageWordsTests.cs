using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Log;

public sealed class MessageWordsTests
{
    [Theory]
    [InlineData("""{"id":"TSLA","price":246.5,"change":6.5,"volume":9}""", "TSLA: price 245 → 246.5, change 5 → 6.5; volume ignored: the column is not live")]
    [InlineData("""{"id":"TSLA","price":245}""", "TSLA: nothing new")]
    [InlineData("""{"id":"TSLA","price":"n/a"}""", "TSLA: price 245 → \"n/a\"")]
    [InlineData("""{"id":"TSLA","price":null}""", "TSLA: price 245 → null")]
    [InlineData("""{"id":"TSLA","price":[1,2]}""", "TSLA: price 245 → list of 2")]
    [InlineData("""{"id":"TSLA","price":{"a":1}}""", "TSLA: price 245 → object of 1")]
    [InlineData("""{"id":"TSLA","extra":7}""", "TSLA: extra set to 7")]
    [InlineData("""{"id":"X","price":1}""", "row X is unknown: ignored")]
    [InlineData("""{"price":1}""", "row (without an id) is unknown: ignored")]
    [InlineData("7", "a number in the place of a row: ignored")]
    [InlineData("[[]]", "a list in the place of a row: ignored")]
    [InlineData("[null]", "null in the place of a row: ignored")]
    [InlineData("[]", "an empty list: nothing to do")]
    [InlineData("null", "null in the place of rows: the frame is lost")]
    [InlineData("{oops", "not JSON: the frame is lost")]
    [InlineData("""[{"id":"X"},{"id":"TSLA","price":1},3]""", "row X is unknown: ignored (+2 more)")]
    public void Of_OneFrameDocumented_SaysWhatItDid(string frame, string expected) =>
        Assert.Equal(expected, Say(MergePolicy.Documented, frame));

    [Theory]
    [InlineData("""[{"id":"TSLA","price":1},null]""", "a null in the list: the whole frame is lost (Workspace)")]
    [InlineData("""{"id":"TSLA","extra":7,"price":246}""", "TSLA: price 245 → 246; extra ignored: columnsDefs does not declare it (Workspace)")]
    public void Of_OneFrameInWorkspace_NamesWorkspaceWhereItIsTheReason(string frame, string expected) =>
        Assert.Equal(expected, Say(MergePolicy.Workspace, frame));

    [Fact]
    public void Of_ReplacedPartialUpdate_SaysThatALaterOneReplacedIt()
    {
        var bench = new MessageBench(MergePolicy.Workspace);

        bench.Send("""{"id":"TSLA","price":1}""", """{"id":"TSLA","change":2}""");

        var frames = bench.Log.Find(FrameFilter.All, 9, out _);
        Assert.Equal("TSLA: nothing new; price ignored: a later message of the same batch replaced it (Workspace)", MessageWords.Of(frames[1]));
        Assert.Equal("TSLA: change 5 → 2", MessageWords.Of(frames[0]));
    }

    [Fact]
    public void Of_FieldTheRowLacks_SaysSo()
    {
        var model = Widget.Grid("""[{"field":"id"},{"field":"price"}]""", """[{"id":"A"}]""", MergePolicy.Workspace);
        var detail = new ApplyDetail();
        model.Apply([Shared.Rows.FeedFrame.Parse("""{"id":"A","price":1}""")], TimeSpan.Zero, detail);
        var frame = FrameWriter.Write(1, TestBook.Start, null, default, detail.Outcomes, ["id"]);

        Assert.Equal("A: nothing new; price ignored: the row does not have it (Workspace)", MessageWords.Of(frame));
    }

    [Fact]
    public void Of_FeedWithoutIds_SaysAppended()
    {
        var bench = new MessageBench(rowId: null);

        bench.Send("""{"id":"new"}""");

        Assert.Equal("#3: appended as a new row", MessageWords.Of(bench.Newest));
    }

    private static string Say(MergePolicy policy, string frame)
    {
        var bench = new MessageBench(policy);
        bench.Send(frame);
        return MessageWords.Of(bench.Newest);
    }
}
