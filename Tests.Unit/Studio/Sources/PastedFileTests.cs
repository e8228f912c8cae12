using System.Text;
using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class PastedFileTests
{
    [Theory]
    [InlineData("anything.json", """{"w":{}}""", PasteSlot.Definition)]
    [InlineData("my_rows.json", """{"id":"a"}""", PasteSlot.Rows)]
    [InlineData("rows.json", """{"widget":{},"rows":[]}""", PasteSlot.Definition)]
    [InlineData("anything.json", """[{"id":"a"}]""", PasteSlot.Rows)]
    [InlineData("dump.txt", "{\"id\":1}\r\n{\"id\":2}\r\n", PasteSlot.Frames)]
    [InlineData("feed.log", "oops\n{}", PasteSlot.Frames)]
    [InlineData("Frames.json", """{"id":1}""", PasteSlot.Frames)]
    public void Read_ByContentAndName_IsForTheRightPlace(string name, string text, PasteSlot slot) =>
        Assert.Equal(slot, PastedFile.Read(name, Encoding.UTF8.GetBytes(text), out _)!.Slot);

    [Theory]
    [InlineData("""[{"id":1},[{"id":2},null],"x"]""", "{\"id\":1}\n[{\"id\":2},null]\n\"x\"")]
    [InlineData("""[{"at":0,"data":{"id":1}},{"at":5,"frame":"oops"}]""", "{\"id\":1}\noops")]
    [InlineData("""[{"data":5,"id":1}]""", "{\"data\":5,\"id\":1}")]
    public void Read_ListOfFrames_BecomesOneALine(string text, string lines) =>
        Assert.Equal(lines, PastedFile.Read("frames.json", Encoding.UTF8.GetBytes(text), out _)!.Text);

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver() =>
        Assert.Equal("{}", PastedFile.Read("w.json", Encoding.UTF8.GetBytes("\uFEFF{}"), out _)!.Text);
}
