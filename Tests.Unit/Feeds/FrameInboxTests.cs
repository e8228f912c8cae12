using System.Text;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Feeds;

public sealed class FrameInboxTests
{
    [Fact]
    public void Add_SeveralFrames_AreDrainedInOrderAndCounted()
    {
        var sut = Create();

        Add(sut, """{"id":1}""", """[{"id":2},{"id":3}]""", "no JSON", "7");

        var frames = Drain(sut);
        Assert.Equal([true, true, false, true], frames.Select(static frame => frame.IsReadable));
        Assert.Equal(2, frames[1].Value.List.Count);
        Assert.Empty(Drain(sut));
        Assert.Equal(
            new FeedCounters(4, 3, 0) { Bytes = 8 + 19 + 7 + 1, LastFrameAt = TestBook.Start },
            sut.Counters);
    }

    [Fact]
    public void Add_MoreFramesThanMayWait_DropsTheOldestAndSaysSo()
    {
        var sut = Create(new FrameInboxLimits { MaxFrames = 2 });

        Add(sut, "1", "2", "3", "4");

        Assert.Equal([3, 4], Drain(sut).Select(static frame => frame.Value.Number));
        Assert.Equal((4, 2), (sut.Counters.Frames, sut.Counters.Dropped));
    }

    [Fact]
    public void Add_MoreBytesThanMayWait_DropsTheOldestButNeverTheNewest()
    {
        var sut = Create(new FrameInboxLimits { MaxBytes = 10 });

        Add(sut, "\"12345\"", "\"a frame that is larger than all that may wait\"");
        Assert.Equal("a frame that is larger than all that may wait", Assert.Single(Drain(sut)).Value.Text);

        Add(sut, "\"123\"", "\"456\"", "\"789\"");
        Assert.Equal(["456", "789"], Drain(sut).Select(static frame => frame.Value.Text));
        Assert.Equal(2, sut.Counters.Dropped);
    }

    [Theory]
    [InlineData("[ 1.50,\t\"é\", ", 'x')]
    [InlineData("oops ", 'é')]
    public void Add_LargeFrame_KeepsTheStartOfItsTextAsItCame(string start, char letter)
    {
        var sut = Create();
        var text = $"{start}\"{new string(letter, 20_000)}\"" + (start[0] == '[' ? "]" : "");

        Add(sut, text);

        var frame = Assert.Single(Drain(sut));
        Assert.InRange(frame.Text!.Length, 4000, 8192);
        Assert.StartsWith(frame.Text, text, StringComparison.Ordinal);
        Assert.Equal(text.Length - frame.Text.Length, frame.OmittedCharacters);
        Assert.Equal(start[0] == '[', frame.IsReadable);
    }

    [Fact]
    public void Skip_FrameTooLarge_IsCountedOnly()
    {
        var sut = Create();

        sut.Skip(5_000_000);

        Assert.Empty(Drain(sut));
        Assert.Equal((1, 1, 5_000_000), (sut.Counters.Frames, sut.Counters.Dropped, sut.Counters.Bytes));
    }

    [Fact]
    public async Task WaitAsync_AfterAFrame_IsTrueOnceAndFalseAfterCompletion()
    {
        var sut = Create();
        Add(sut, "1", "2");

        Assert.True(await sut.WaitAsync(CancellationToken.None));
        var waiting = sut.WaitAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        sut.Complete();

        Assert.False(await waiting);
    }

    [Fact]
    public async Task WaitAsync_CompletedByAFault_ThrowsIt()
    {
        var sut = Create();

        sut.Complete(new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => sut.WaitAsync(CancellationToken.None).AsTask());
    }

    [Fact]
    public void Add_LetterAcrossTheEndOfWhatIsKept_IsLeftOut()
    {
        var sut = Create();

        Add(sut, "x" + new string('é', 8192));

        var frame = Assert.Single(Drain(sut));
        Assert.Equal("x" + new string('é', 4095), frame.Text);
        Assert.Equal((8192 - 4095, TestBook.Start), (frame.OmittedCharacters, frame.ReceivedAt));
    }

    private static FrameInbox Create(FrameInboxLimits? limits = null) =>
        new(limits ?? new FrameInboxLimits(), TestBook.Clock());

    private static void Add(FrameInbox inbox, params string[] frames)
    {
        foreach (var frame in frames)
        {
            inbox.Add(Encoding.UTF8.GetBytes(frame));
        }
    }

    private static List<FeedFrame> Drain(FrameInbox inbox)
    {
        var frames = new List<FeedFrame>();
        inbox.Drain(frames);
        return frames;
    }
}
