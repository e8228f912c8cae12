using LiveGridStudio.Shared.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class TickOptionsTests
{
    [Fact]
    public void Symbols_NotGiven_AreTheFiveOutOfTheBox() =>
        Assert.Equal(["AAPL", "GOOGL", "MSFT", "AMZN", "TSLA"], Bind().Symbols.Select(static symbol => symbol.Symbol));

    [Fact]
    public void Symbols_Given_ReplaceTheDefaults()
    {
        var options = Bind(("Ticks:Symbols:0:Symbol", "BTC-USD"), ("Ticks:Symbols:0:Price", "61234.5"));

        var symbol = Assert.Single(options.Symbols);
        Assert.Equal(("BTC-USD", 61234.5), (symbol.Symbol, symbol.Price));
    }

    [Theory]
    [InlineData("Ticks:MinInterval", "00:00:00", "Ticks:MinInterval must be between 00:00:00.0010000 and 1.00:00:00")]
    [InlineData("Ticks:MaxInterval", "00:00:00.100", "Ticks:MaxInterval must be between Ticks:MinInterval")]
    [InlineData("Ticks:MaxStep", "-1", "Ticks:MaxStep must be between 0 and 1000000")]
    [InlineData("Ticks:MaxStep", "NaN", "Ticks:MaxStep must be between 0 and 1000000")]
    [InlineData("Ticks:Pull", "1.1", "Ticks:Pull must be between 0 and 1")]
    [InlineData("Ticks:Pull", "NaN", "Ticks:Pull must be between 0 and 1")]
    [InlineData("Ticks:Symbols:0:Symbol", "A,B", "Ticks:Symbols:0:Symbol must be 1 to 32 characters")]
    [InlineData("Ticks:Symbols:0:Price", "0", "Ticks:Symbols:0:Price must be above 0")]
    [InlineData("Ticks:Symbols:0:PreviousClose", "-3", "Ticks:Symbols:0:PreviousClose must be above 0")]
    [InlineData("Ticks:Symbols:0:Volume", "-1", "Ticks:Symbols:0:Volume must be between 0")]
    public void Value_OutOfRange_NamesKeyAndRange(string key, string value, string expected)
    {
        (string, string)[] good = [("Ticks:Symbols:0:Symbol", "A"), ("Ticks:Symbols:0:Price", "1")];

        var exception = Assert.Throws<OptionsValidationException>(() => Bind([.. good, (key, value)]));

        Assert.Contains(exception.Failures, failure => failure.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Symbols_SameTwice_IsRefused()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(
            ("Ticks:Symbols:0:Symbol", "A"), ("Ticks:Symbols:0:Price", "1"), ("Ticks:Symbols:1:Symbol", "a"), ("Ticks:Symbols:1:Price", "1")));

        Assert.Contains("Ticks:Symbols:1:Symbol must be unique", exception.Message, StringComparison.Ordinal);
    }

    private static TickOptions Bind(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .GroupBy(static setting => setting.Key)
                .Select(static group => KeyValuePair.Create<string, string?>(group.Key, group.Last().Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddRows().AddTicks().BuildServiceProvider();
        return services.GetRequiredService<IOptions<TickOptions>>().Value;
    }
}
