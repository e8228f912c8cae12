using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("$5", 5)]
    [InlineData("$-5", -5)]
    [InlineData("₹ 7", 7)]
    [InlineData("12%", 12)]
    [InlineData("1.5M", 1.5e6)]
    [InlineData("5 B", 5e9)]
    [InlineData("2K", 2000)]
    [InlineData("1e-3", 0.001)]
    [InlineData("+7", 7)]
    [InlineData("0700", 700)]
    public void TryRead_NumberLikeText_GivesTheNumber(string text, double expected)
    {
        Assert.True(NumberText.TryRead(text, out var number));
        Assert.Equal(expected, number, 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("%")]
    [InlineData("K")]
    [InlineData("5k")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("(3)")]
    [InlineData("--5")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("1e999")]
    [InlineData("$$5")]
    [InlineData("5 USD")]
    [InlineData("2026-01-01")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void TryRead_OtherText_IsRefused(string text) => Assert.False(NumberText.TryRead(text, out _));

    [Theory]
    [InlineData("\uFEFF5", true)]
    [InlineData("5\u00A0000", true)]
    [InlineData("5\u0085", false)]
    public void TryRead_Blanks_AreThoseOfJavaScript(string text, bool isNumber) =>
        Assert.Equal(isNumber, NumberText.TryRead(text, out _));
}
