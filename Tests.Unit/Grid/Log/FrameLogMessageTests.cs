using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Log;

public sealed class FrameLogMessageTests
{
    private readonly MessageBench _bench = new();

    [Fact]
    public void Add_Frame_KeepsTimeTextAndCells()
    {
        _bench.Send("""{ "id":"TSLA", "price":2.50e2 }""");

        var frame = _bench.Newest;
        Assert.Equal((1, TestBook.Start), (frame.Number, frame.ReceivedAt));
        Assert.Equal("""{ "id":"TSLA", "price":2.50e2 }""", frame.Text);
        Assert.Equal(new LoggedChange("price", "245", "250", ChangeDirection.Up), Assert.Single(frame.Rows[0].Changes));
        Assert.Equal(FrameEffects.Changed, frame.Effects);
    }

    [Fact]
    public void Add_FrameWithoutText_WritesItsValue()
    {
        _bench.Log.Add(TestBook.Start, null, new FeedFrame(JsonText.Parse("""[ {"id": 1} ]""")), [], []);

        Assert.Equal("""[{"id":1}]""", _bench.Newest.Text);
    }

    [Fact]
    public void Add_FrameThatSaysWhenItCame_KeepsThat()
    {
        var at = TestBook.Start.AddSeconds(-3);
        FeedFrame[] batch = [FeedFrame.Parse("[]") with { ReceivedAt = at }];

        _bench.Log.Record(batch, new ApplyDetail(), []);

        Assert.Equal(at, _bench.Newest.ReceivedAt);
    }

    [Fact]
    public void Totals_FramesOfAllKinds_AreCountedApart()
    {
        _bench.Send(
            """[{"id":"TSLA","price":1,"change":1,"volume":5},{"id":"X"},7]""",
            """{"id":"AAPL","price":150}""",
            "null",
            "no json");

        Assert.Equal(
            new FrameTotals(Frames: 4, Rows: 3, Cells: 2, IgnoredFields: 1, UnknownRows: 1, NotRows: 1, LostFrames: 2),
            _bench.Log.Totals);
        var kinds = _bench.Log.Find(FrameFilter.All, 9, out _).Select(static frame => frame.Effects);
        Assert.Equal(
            [
                FrameEffects.NotJson,
                FrameEffects.Lost,
                FrameEffects.Unchanged,
                FrameEffects.Changed | FrameEffects.FrozenFields | FrameEffects.UnknownRows | FrameEffects.NotRows,
            ],
            kinds);
    }

    [Fact]
    public void Add_MoreThanItKeeps_DropsTheOldest()
    {
        for (var i = 1; i <= FrameLog.MaxFrames + 50; i++)
        {
            _bench.Price(i);
        }

        var frames = _bench.Log.Find(FrameFilter.All, int.MaxValue, out var matches);
        Assert.Equal((FrameLog.MaxFrames, FrameLog.MaxFrames), (frames.Count, matches));
        Assert.Equal((FrameLog.MaxFrames + 50, 51), (frames[0].Number, frames[^1].Number));
        Assert.Equal(FrameLog.MaxFrames + 50, _bench.Log.Totals.Frames);
    }

    [Fact]
    public void Add_LargeFrames_StaysWithinItsBytes()
    {
        var rows = string.Join(',', Enumerable.Range(0, 5000).Select(static i => $$"""{"id":"{{new string('x', 300)}}{{i}}","price":1}"""));
        for (var i = 0; i < 100; i++)
        {
            _bench.Send($"[{rows}]");
        }

        Assert.InRange(_bench.Log.Bytes, 1, FrameLog.MaxBytes);
        Assert.InRange(_bench.Log.Count, 10, 99);
        var frame = _bench.Newest;
        Assert.Equal(FrameLog.MaxTextLength, frame.Text.Length);
        Assert.Equal(rows.Length + 2 - FrameLog.MaxTextLength, frame.OmittedCharacters);
        Assert.Equal(5000, frame.Rows.Count + frame.OmittedRows);
        Assert.InRange(frame.Rows.Count, 10, 500);
        Assert.All(frame.Rows, static row => Assert.InRange(row.RowId!.Length, 1, FrameLog.MaxNameLength));
        Assert.Equal(500_000, _bench.Log.Totals.UnknownRows);
    }

    [Fact]
    public void Add_RowOfManyFields_TellsOfTheFirst()
    {
        var fields = string.Join(',', Enumerable.Range(0, 100).Select(static i => $"\"f{i}\":\"{new string('y', 200)}\""));

        _bench.Send($$"""{"id":"TSLA",{{fields}}}""");

        var row = Assert.Single(_bench.Newest.Rows);
        Assert.Equal((FrameLog.MaxFieldsPerRow, 100 - FrameLog.MaxFieldsPerRow), (row.Changes.Count, row.OmittedFields));
        Assert.EndsWith("… 60 more fields", MessageWords.Of(row), StringComparison.Ordinal);
        Assert.Equal(100, _bench.Log.Totals.Cells);
    }

    [Fact]
    public void Add_TextCutWithinASurrogatePair_LeavesThePairOut()
    {
        var text = new string('a', FrameLog.MaxTextLength - 1) + "\U0001F600tail";

        _bench.Log.Add(TestBook.Start, text, FeedFrame.Unreadable, [], []);

        Assert.Equal((FrameLog.MaxTextLength - 1, 6), (_bench.Newest.Text.Length, _bench.Newest.OmittedCharacters));
    }

    [Fact]
    public void Pause_Frames_AreOnlyCountedAsPassed()
    {
        _bench.Price(1);
        _bench.Log.Pause();

        _bench.Price(2);
        _bench.Send("x", "y");

        Assert.False(_bench.Log.IsRecording);
        Assert.Equal((1, 3, 1), (_bench.Log.Count, _bench.Log.Passed, _bench.Log.Totals.Frames));

        _bench.Log.Resume();
        _bench.Price(4);
        Assert.Equal((2, 0), (_bench.Log.Count, _bench.Log.Passed));
    }

    [Fact]
    public void Clear_Log_ForgetsFramesAndTotals()
    {
        _bench.Price(1);

        _bench.Log.Clear();

        Assert.Equal((0, 0, default), (_bench.Log.Count, _bench.Log.Bytes, _bench.Log.Totals));
        _bench.Price(2);
        Assert.Equal(2, _bench.Newest.Number);
    }

    [Theory]
    [InlineData("", FrameEffects.None, 4)]
    [InlineData("tsla", FrameEffects.None, 1)]
    [InlineData("A-B", FrameEffects.None, 1)]
    [InlineData("broken", FrameEffects.NotJson | FrameEffects.Lost, 1)]
    [InlineData("broken", FrameEffects.Changed, 0)]
    [InlineData("", FrameEffects.UnknownRows, 2)]
    public void Find_Filter_LetsThroughWhatMatches(string text, FrameEffects effects, int expected)
    {
        _bench.Send("""{"id":"TSLA","price":1}""", """{"id":"AAPL","price":1}""", "broken");
        _bench.Log.Add(
            TestBook.Start,
            """{"x":"A","y":"B"}""",
            FeedFrame.Parse("{}"),
            [new MessageOutcome(0, OutcomeKind.UnknownRow) { RowId = "A-B" }],
            []);
        if (effects == FrameEffects.UnknownRows)
        {
            _bench.Send("""{"id":"ZZZ"}""");
        }

        Assert.Equal(expected, _bench.Log.Find(new FrameFilter(text, effects), 99, out var matches).Count);
        Assert.Equal(expected, matches);
    }
}
