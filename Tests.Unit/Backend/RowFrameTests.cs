using System.Text;
using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class RowFrameTests
{
    [Fact]
    public void Compose_OneRow_IsTheBytesMadeWhenTheTickCame()
    {
        var quotes = Quotes("A");

        var sut = RowFrame.Compose(quotes);

        Assert.True(sut.Utf8.Equals(quotes[0].MessageUtf8));
        sut.Return();
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("A", "B", "C", "D", "E", "F", "G")]
    public void Compose_SeveralRows_IsTheListOfThem(params string[] symbols)
    {
        var quotes = Quotes(symbols);

        var sut = RowFrame.Compose(quotes);

        var rows = quotes.Select(static quote => Encoding.UTF8.GetString(quote.MessageUtf8.Span));
        Assert.Equal($"[{string.Join(',', rows)}]", Encoding.UTF8.GetString(sut.Utf8.Span));
        sut.Return();
    }

    private static List<Quote> Quotes(params string[] symbols)
    {
        var book = TestBook.Create(symbols);
        using var subscription = book.Subscribe(symbols);
        foreach (var symbol in symbols)
        {
            book.Publish(symbol, 1 + symbol[0]);
        }

        return [.. subscription.Drain()];
    }
}
