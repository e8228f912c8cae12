using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Json;

public sealed class JsNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.5e-7, "-1.5e-7")]
    [InlineData(0.00001234, "0.00001234")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NaN, "NaN")]
    public void ToText_Number_IsWrittenAsInJavaScript(double value, string expected) => Assert.Equal(expected, JsNumber.ToText(value));
}
