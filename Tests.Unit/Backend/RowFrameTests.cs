using System.Text;
using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class RowFrameTests
{
    [Fact]
    public void Compose_OneRow_IsTheBytesMadeWhenTheTickCame()
    {
        var rows = Rows("A");

        var sut = RowFrame.Compose(rows);

        Assert.True(sut.Utf8.Equals(rows[0].MessageUtf8));
        sut.Return();
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("A", "B", "C", "D", "E", "F", "G")]
    public void Compose_SeveralRows_IsTheListOfThem(params string[] symbols)
    {
        var rows = Rows(symbols);

        var sut = RowFrame.Compose(rows);

        var texts = rows.Select(static row => Encoding.UTF8.GetString(row.MessageUtf8.Span));
        Assert.Equal($"[{string.Join(',', texts)}]", Encoding.UTF8.GetString(sut.Utf8.Span));
        sut.Return();
    }

    private static List<TableRow> Rows(params string[] symbols)
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
