using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class LongTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\uFEFFäöü € 漢字 \U0001F600\U0001F680 ends\r\n")]
    public async Task Read_LettersAcrossPieces_AreWhole(string text)
    {
        var reference = new TextReference(text);

        Assert.Equal(text, await LongText.ReadAsync(reference, 1000));
        Assert.True(reference.IsDisposed);
    }

    [Fact]
    public async Task Read_MoreThanAllowed_IsNoText()
    {
        var reference = new TextReference("abcd");

        Assert.Null(await LongText.ReadAsync(reference, 3));
        Assert.True(reference.IsDisposed);
    }

    [Fact]
    public async Task ToPage_LongText_IsAStreamOfIt()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600ä", LongText.MostInMessage));

        Assert.Equal("short", LongText.ToPage("short"));
        var reference = Assert.IsType<DotNetStreamReference>(LongText.ToPage(text));
        using var reader = new StreamReader(reference.Stream);
        Assert.Equal(text, await reader.ReadToEndAsync());
    }
}
