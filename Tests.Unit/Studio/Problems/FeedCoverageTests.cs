using LiveGridStudio.App.Studio.Problems;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.Tests.Unit.Studio.Problems;

public sealed class FeedCoverageTests
{
    [Theory]
    [InlineData(FeedState.Connecting, true, 0, "The rows are still on their way; no message has come yet.", false)]
    [InlineData(FeedState.Failed, false, 0, "The rows could not be read; no message came, because the socket is not open.", true)]
    [InlineData(FeedState.Reconnecting, false, 0, "The rows could not be read; no message has come yet.", true)]
    [InlineData(FeedState.Failed, false, 3, "No message came, because the socket is not open.", true)]
    [InlineData(FeedState.Live, false, 0, "The endpoint gave no rows to look at; no message has come yet.", false)]
    [InlineData(FeedState.Live, false, 3, "No message has come yet.", false)]
    public void Of_StateWithoutMessages_SaysWhatIsMissing(FeedState state, bool isLoading, int rows, string text, bool isBad)
    {
        var sut = FeedCoverage.Of(state, isLoading, rows, hasSocket: true, default);

        Assert.Equal(text, sut.Text);
        Assert.Equal(isBad, sut.IsBad);
        Assert.False(sut.IsComplete);
    }

    [Theory]
    [InlineData(5, 5, 0, 0, 0, null)]
    [InlineData(5, 5, 1, 0, 0, "Some rows of the messages are none of the grid.")]
    [InlineData(5, 5, 5, 0, 0, "No row of the messages is one of the grid.")]
    [InlineData(5, 0, 0, 5, 0, "Some messages are no rows.")]
    [InlineData(5, 4, 1, 1, 1, "Some messages could not be read.")]
    public void Of_Messages_AreNotAllFine(long frames, long rows, long unknown, long notRows, long lost, string? text)
    {
        var totals = new FrameTotals { Frames = frames, Rows = rows, UnknownRows = unknown, NotRows = notRows, LostFrames = lost };

        var sut = FeedCoverage.Of(FeedState.Live, isLoading: false, rows: 3, hasSocket: true, totals);

        Assert.Equal(text, sut.Text);
        Assert.Equal(text is not null, sut.IsBad);
        Assert.Equal(text is null, sut.IsComplete);
    }

    [Fact]
    public void Of_TableWithoutASocket_MissesNoMessages() =>
        Assert.True(FeedCoverage.Of(FeedState.Snapshot, isLoading: false, rows: 3, hasSocket: false, default).IsComplete);

    [Fact]
    public void Nothing_Text_SaysThatNobodyLooked() =>
        Assert.Contains("not previewed", FeedCoverage.Nothing.Text, StringComparison.Ordinal);
}
