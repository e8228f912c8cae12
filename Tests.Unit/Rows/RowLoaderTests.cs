using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class RowLoaderTests
{
    [Theory]
    [InlineData("null", 0)]
    [InlineData("5", 0)]
    [InlineData("\"text\"", 0)]
    [InlineData("true", 0)]
    [InlineData("[]", 0)]
    [InlineData("[1, null, \"x\", [], {\"a\": 1}]", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\"data\": []}", 1)]
    public void Load_Payload_GivesItsObjects(string payload, int rows) =>
        Assert.Equal(rows, RowLoader.Load(JsonText.Parse(payload), LoadRules.Default).Rows.Count);

    [Fact]
    public void Load_EverNewKeys_StopsAtTheLimit()
    {
        var payload = JsValue.FromList([.. Enumerable.Range(0, 3000).Select(static i => JsValue.FromObject(JsObject.Create(($"k{i}", i))))]);

        Assert.Equal(RowLoader.MaxFields, RowLoader.Load(payload, LoadRules.Default).Fields.Count);
    }

    [Fact]
    public void Load_LongNumberInTheDateColumn_BecomesADate()
    {
        var table = RowLoader.Load(JsonText.Parse("""[{"a": 1781265600, "my_date": "1781265600"}]"""), LoadRules.Default);

        Assert.Equal(JsValue.FromNumber(1781265600), table.Rows[0][0]);
        Assert.Equal(JsValue.FromText("2026-06-12"), table.Rows[0][1]);
    }
}
