using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Feeds;

public sealed class FrameHistoryTests
{
    [Fact]
    public void OnFrame_MoreThanAreKept_ForgetsTheOldest()
    {
        var sut = new FrameHistory(maxFrames: 2);

        Add(sut, "a", "b", "c");

        Assert.Equal(["c", "b"], Texts(sut));
        Assert.Equal(3, sut.Total);
    }

    [Fact]
    public void OnFrame_MoreLettersThanAreKept_ForgetsTheOldestButNeverTheNewest()
    {
        var sut = new FrameHistory(maxLetters: 5);

        Add(sut, "abc", "de", "f");
        Assert.Equal(["f", "de"], Texts(sut));

        Add(sut, "a very long one");
        Assert.Equal(["a very long one"], Texts(sut));
    }

    [Fact]
    public void Clear_Always_KeepsTheTotal()
    {
        var sut = new FrameHistory();
        Add(sut, "a");

        sut.Clear();

        Assert.Empty(sut.Newest());
        Assert.Equal(1, sut.Total);
    }

    private static IEnumerable<string> Texts(FrameHistory history) => history.Newest().Select(static frame => frame.Text);

    private static void Add(FrameHistory history, params string[] texts)
    {
        foreach (var text in texts)
        {
            history.OnFrame(new ReceivedFrame(TestBook.Start, text, text.Length, IsReadable: true));
        }
    }
}
