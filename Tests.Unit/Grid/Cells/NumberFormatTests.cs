using LiveGridStudio.Shared.Grid.Cells;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(1e-7, 3, "000")]
    [InlineData(0.5, 0, "0.50")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(999.9999, 3, "1000.000")]
    [InlineData(1234.5, 2, "1,234.50")]
    [InlineData(-1234567, 2, "-1.23 M")]
    [InlineData(2500000, 6, "2.500 M")]
    [InlineData(1e24, 3, "1,000,000,000,000.000 T")]
    public void Plain_Number_IsWrittenAsInWorkspace(double value, double decimals, string expected) =>
        Assert.Equal(expected, NumberFormat.Plain(value, decimals));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-0d)]
    public void AllFormats_EdgeOfTheRange_DoNotThrow(double value)
    {
        foreach (var decimals in new[] { double.NaN, -1, 0, 2.5, 7, double.PositiveInfinity })
        {
            Assert.NotEmpty(NumberFormat.Plain(value, decimals) + NumberFormat.Localised(value) + NumberFormat.Unrounded(value));
            Assert.NotEmpty(NumberFormat.Cut(value, 100, NumberFormat.Decimals(decimals)));
        }
    }

    [Theory]
    [InlineData(0.00005, "0")]
    [InlineData(-0.00005, "-0")]
    [InlineData(1000, "1,000")]
    [InlineData(1234.5678, "1,234.568")]
    public void Localised_Number_HasAtMostThreeDecimals(double value, string expected) =>
        Assert.Equal(expected, NumberFormat.Localised(value));
}
