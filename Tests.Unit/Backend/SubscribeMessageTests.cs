using System.Text;
using LiveGridStudio.App.Backend;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class SubscribeMessageTests
{
    [Theory]
    [InlineData("""{"params":{"symbol":"TSLA,AAPL"}}""", "TSLA|AAPL")]
    [InlineData("""{"type":"params","params":{"symbol":["TSLA","AAPL"]}}""", "TSLA|AAPL")]
    [InlineData("""{"params":{"symbol":[" TSLA , AAPL ","tsla"]}}""", "TSLA|AAPL")]
    [InlineData("""{"params":{"symbol":"x","other":[1,2]},"more":null}""", "x")]
    public void TryParse_Subscription_GivesSymbols(string text, string expected)
    {
        Assert.True(SubscribeMessage.TryParse(Encoding.UTF8.GetBytes(text), out var message, out _));
        Assert.Equal(expected, string.Join('|', message.Symbols));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"params\":{\"symbol\":\"A\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"type":"params"}""")]
    [InlineData("""{"params":[]}""")]
    [InlineData("""{"params":{"symbol":""}}""")]
    [InlineData("""{"params":{"symbol":" , "}}""")]
    [InlineData("""{"params":{"symbol":[]}}""")]
    [InlineData("""{"params":{"symbol":7}}""")]
    [InlineData("""{"params":{"symbol":["A",7]}}""")]
    [InlineData("""{"params":{"symbol":{"a":"b"}}}""")]
    [InlineData("""{"params":{"symbol":null}}""")]
    public void TryParse_AnythingElse_SaysWhy(string text)
    {
        Assert.False(SubscribeMessage.TryParse(Encoding.UTF8.GetBytes(text), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void TryParse_VeryDeep_IsRefusedWithoutHarm()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 30_000));

        Assert.False(SubscribeMessage.TryParse(deep, out _, out _));
    }
}
