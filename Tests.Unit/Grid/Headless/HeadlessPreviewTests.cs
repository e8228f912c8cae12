using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Headless;

public sealed class HeadlessPreviewTests
{
    private const string Widget = """
        {"name": "W", "data": {"wsRowIdColumn": "symbol", "table": {"columnsDefs": [
          {"field": "symbol", "headerName": "Symbol"},
          {"field": "price", "headerName": "Price", "renderFn": "showCellChange"},
          {"field": "size", "headerName": "Size", "hide": true}]}}}
        """;

    private const string Rows = """[{"symbol": "TSLA", "price": 245, "size": 1}]""";

    [Fact]
    public void Run_OneMessage_ShowsTheMarkAtItsTime()
    {
        var answer = Run("""[{"at": 100, "data": {"symbol": "TSLA", "price": 250.1}}]""");

        var row = answer["rows"].List[0];
        var cell = row["cells"]["price"];
        Assert.Equal("TSLA", row["id"].Text);
        Assert.Equal(250.1, row["data"]["price"].Number);
        Assert.Equal("250.100", cell["text"].Text);
        Assert.Equal("up", cell["arrow"].Text);
        Assert.Equal(5.1, cell["delta"].Number, 9);
        Assert.True(cell["highlighted"].Boolean);
        Assert.Equal(JsonText.Parse("""{"updated": 1, "ignored": 0, "appended": 0}"""), answer["counts"]);
        Assert.Equal(["symbol", "price", "size"], answer["columns"].List.Select(static column => column["field"].Text!));
    }

    [Fact]
    public void Run_LaterMoment_HasNoMark()
    {
        var answer = Run("""[{"at": 100, "data": {"symbol": "TSLA", "price": 250.1}}]""", ", \"at\": 2100");

        Assert.True(answer["rows"].List[0]["cells"]["price"]["arrow"].IsNull);
    }

    [Fact]
    public void Run_MessagesOutOfOrder_SortsThemByTime()
    {
        var answer = Run("""[{"at": 200, "data": {"symbol": "TSLA", "price": 2}}, {"at": 100, "data": {"symbol": "TSLA", "price": 1}}]""");

        Assert.Equal(2, answer["rows"].List[0]["data"]["price"].Number);
    }

    [Fact]
    public void Run_MessageAfterTheMoment_DoesNotCount()
    {
        var answer = Run(
            """[{"at": 100, "data": {"symbol": "TSLA", "price": 1}}, {"at": 900, "data": {"symbol": "TSLA", "price": 2}}]""", ", \"at\": 500");

        Assert.Equal(1, answer["rows"].List[0]["data"]["price"].Number);
        Assert.Equal(1, answer["counts"]["updated"].Number);
    }

    [Theory]
    [InlineData("documented", 9, 7)]
    [InlineData("workspace", 245, 7)]
    public void Run_TwoPartialUpdatesAtOneTime_FollowThePolicy(string merge, double price, double size)
    {
        var answer = Run(
            """[{"at": 5, "data": {"symbol": "TSLA", "price": 9}}, {"at": 5, "data": {"symbol": "TSLA", "size": 7}}]""",
            $", \"merge\": \"{merge}\"");

        Assert.Equal(price, answer["rows"].List[0]["data"]["price"].Number);
        Assert.Equal(size, answer["rows"].List[0]["data"]["size"].Number);
    }

    [Fact]
    public void Run_FrameThatIsNotJson_IsCountedAsIgnored() =>
        Assert.Equal(1, Run("""[{"at": 0, "frame": "hello"}]""")["counts"]["ignored"].Number);

    [Fact]
    public void Run_FrameOfJson_IsApplied() =>
        Assert.Equal(3, Run("""[{"at": 0, "frame": "{\"symbol\": \"TSLA\", \"price\": 3}"}]""")["rows"].List[0]["data"]["price"].Number);

    [Fact]
    public void Run_DecimalPlaces_FormatNumbersOfColumnsThatNameNone() =>
        Assert.Equal("250.10", Run("""[{"at": 0, "data": {"symbol": "TSLA", "price": 250.1}}]""", ", \"decimalPlaces\": 2")["rows"].List[0]["cells"]["price"]["text"].Text);

    [Theory]
    [InlineData("5", "object")]
    [InlineData("null", "object")]
    [InlineData("{}", "\"widget\"")]
    [InlineData("""{"widget": []}""", "\"widget\"")]
    [InlineData("""{"widget": {}, "at": -1}""", "\"at\"")]
    [InlineData("""{"widget": {}, "at": "5"}""", "\"at\"")]
    [InlineData("""{"widget": {}, "at": 1e400}""", "\"at\"")]
    [InlineData("""{"widget": {}, "merge": "Workspace"}""", "\"merge\"")]
    [InlineData("""{"widget": {}, "merge": 1}""", "\"merge\"")]
    [InlineData("""{"widget": {}, "decimalPlaces": 7}""", "\"decimalPlaces\"")]
    [InlineData("""{"widget": {}, "decimalPlaces": -1}""", "\"decimalPlaces\"")]
    [InlineData("""{"widget": {}, "decimalPlaces": "3"}""", "\"decimalPlaces\"")]
    [InlineData("""{"widget": {}, "messages": {}}""", "\"messages\"")]
    [InlineData("""{"widget": {}, "messages": [5]}""", "\"messages.0\"")]
    [InlineData("""{"widget": {}, "messages": [{"at": 0, "data": 1}, {"data": 1}]}""", "\"messages.1.at\"")]
    [InlineData("""{"widget": {}, "messages": [{"at": 0}]}""", "\"messages.0\"")]
    [InlineData("""{"widget": {}, "messages": [{"at": 0, "frame": 5}]}""", "\"messages.0.frame\"")]
    public void Run_BadRequest_NamesTheKey(string request, string named)
    {
        var result = PreviewRuns.Run(JsonText.Parse(request));

        Assert.True(result.Answer.IsUndefined);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    private static JsValue Run(string messages, string more = "")
    {
        var result = PreviewRuns.Run(JsonText.Parse($$"""{"widget": {{Widget}}, "rows": {{Rows}}, "messages": {{messages}}{{more}}}"""));
        Assert.Null(result.Error);
        return result.Answer;
    }
}
