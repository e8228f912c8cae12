using LiveGridStudio.Shared.Grid;

namespace LiveGridStudio.Tests.Unit.Grid;

public sealed class FillTextTests
{
    [Theory]
    [InlineData(CellColor.Green, "#0E1013")]
    [InlineData(CellColor.Red, "#0E1013")]
    [InlineData(CellColor.Blue, "#0E1013")]
    [InlineData("#fff", "#0E1013")]
    [InlineData("#000", "#FFFFFF")]
    [InlineData("#14532d", "#FFFFFF")]
    [InlineData("#00F", "#FFFFFF")]
    public void On_Fill_IsTheReadableOne(string fill, string text) => Assert.Equal(text, FillText.On(fill));
}
