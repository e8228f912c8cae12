using LiveGridStudio.Shared.Grid.Cells;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class FieldLabelTests
{
    [Theory]
    [InlineData("change_percent", "Change Percent")]
    [InlineData("EPSGrowth", "EPS Growth")]
    [InlineData("priceTo2Book", "Price To2 Book")]
    [InlineData("ünit_price", "üNit Price")]
    [InlineData("_private", " Private")]
    [InlineData("", "")]
    public void Of_Key_IsReadable(string key, string expected) => Assert.Equal(expected, FieldLabel.Of(key));
}
