using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class QuoteQueryTests
{
    [Fact]
    public void Resolve_OddSpelling_AnswersInTheOrderAskedAndTheOwnSpelling()
    {
        var query = QuoteQuery.Resolve(TestBook.Create(), [" tsla , AAPL,,TSLA", "msft"]);

        Assert.Null(query.Problem);
        Assert.Equal(["TSLA", "AAPL", "MSFT"], query.Rows.Select(static row => row.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ,")]
    public void Resolve_Nothing_IsMissing(string? text)
    {
        var query = QuoteQuery.Resolve(TestBook.Create(), [text]);

        Assert.True(query.IsMissing);
        Assert.Contains("symbol is required", query.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_UnknownSymbols_NamesThemAndTheKnownOnes()
    {
        var query = QuoteQuery.Resolve(TestBook.Create("A", "B"), ["X,A," + new string('y', 5000)]);

        Assert.False(query.IsMissing);
        Assert.Equal($"Unknown symbols: X, {new string('y', 40)}.... Known symbols: A, B.", query.Problem);
    }

    [Fact]
    public void ToPayload_Row_HasTheFieldsOfTheContractInOrder()
    {
        var payload = QuoteQuery.Resolve(TestBook.Create("A"), ["A"]).ToPayload();

        Assert.Equal(
            """[{"date":"2026-06-01","symbol":"A","price":100,"change":20,"change_percent":0.25,"volume":1000,"market_cap":1000000000000}]""",
            JsonText.Stringify(payload));
    }
}
