using LiveGridStudio.App.Ui;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("<b>Prices</b>", "<b>Prices</b>")]
    public void Of_ShortText_IsAllOfIt(string? text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Theory]
    [InlineData(ShownText.MostLetters - 2)]
    [InlineData(ShownText.MostLetters - 1)]
    public void Of_LongText_EndsWithAnEllipsisAndCutsNoCharacterInTwo(int before)
    {
        var shown = ShownText.Of(new string('x', before) + string.Concat(Enumerable.Repeat("😀", 50)));

        Assert.InRange(shown.Length, ShownText.MostLetters - 1, ShownText.MostLetters);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.False(char.IsSurrogate(shown[^2]));
    }
}
