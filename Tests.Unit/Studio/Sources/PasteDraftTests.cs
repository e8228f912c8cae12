using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class PasteDraftTests
{
    private readonly PasteDraft _sut = new() { Definition = "typed" };

    [Fact]
    public void Take_NothingAfterAFile_StillPutsTheTypedTextBack()
    {
        _sut.Take([new PastedFile(PasteSlot.Definition, "of a file")]);

        _sut.Take([]);
        Assert.True(_sut.CanPutBack);
        _sut.PutBack();

        Assert.Equal(("typed", false), (_sut.Definition, _sut.CanPutBack));
    }

    [Fact]
    public void Take_NothingReplaced_HasNothingToPutBack()
    {
        _sut.Take([new PastedFile(PasteSlot.Rows, "[]")]);

        Assert.Equal(("[]", false), (_sut.Rows, _sut.CanPutBack));
    }
}
