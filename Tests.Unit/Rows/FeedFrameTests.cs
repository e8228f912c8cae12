using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class FeedFrameTests
{
    [Theory]
    [InlineData("{\"a\":1}", true)]
    [InlineData("\uFEFF{\"a\":1}", false)]
    [InlineData("{\"a\":", false)]
    public void Parse_Text_IsReadAsABrowserDoes(string text, bool isReadable)
    {
        var inbox = new FrameInbox(new FrameInboxLimits(), TestBook.Clock());
        inbox.Add(System.Text.Encoding.UTF8.GetBytes(text));
        var frames = new List<FeedFrame>();
        inbox.Drain(frames);

        Assert.Equal(isReadable, FeedFrame.Parse(text).IsReadable);
        Assert.Equal((isReadable, text, TestBook.Start), (frames[0].IsReadable, frames[0].Text, frames[0].ReceivedAt!.Value));
    }
}
