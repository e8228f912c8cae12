using LiveGridStudio.Shared.Grid.Cells;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class FillTextTests
{
    [Theory]
    [InlineData("#FFFFFF", CellColor.Blue, true)]
    [InlineData("#FFFFFF", CellColor.Red, true)]
    [InlineData("#FFFFFF", "#7f7f7f", true)]
    [InlineData("#FFFFFF", "#000", false)]
    [InlineData("#FFFFFF", "#14532d", false)]
    [InlineData("#FFFFFF", "#00F", false)]
    [InlineData("#000000", CellColor.Green, false)]
    [InlineData("#FFFFFF", null, false)]
    [InlineData(null, "#fff", false)]
    public void IsPale_WhiteText_DependsOnTheFill(string? color, string? fill, bool isPale) =>
        Assert.Equal(isPale, FillText.IsPale(color, fill));
}
