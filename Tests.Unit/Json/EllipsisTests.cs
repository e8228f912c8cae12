using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Json;

public sealed class EllipsisTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("<b>Prices</b>", "<b>Prices</b>")]
    public void Of_ShortText_IsAllOfIt(string? text, string shown) => Assert.Equal(shown, Ellipsis.Shown(text));

    [Theory]
    [InlineData(Ellipsis.MostShown - 2)]
    [InlineData(Ellipsis.MostShown - 1)]
    public void Of_LongText_EndsWithAnEllipsisAndCutsNoCharacterInTwo(int before)
    {
        var shown = Ellipsis.Shown(new string('x', before) + string.Concat(Enumerable.Repeat("😀", 50)));

        Assert.InRange(shown.Length, Ellipsis.MostShown - 1, Ellipsis.MostShown);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.False(char.IsSurrogate(shown[^2]));
    }
}
