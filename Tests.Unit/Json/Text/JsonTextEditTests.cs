using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Tests.Unit.Json.Text;

/// <summary>Edits of texts as authors write them, character by character.</summary>
public sealed class JsonTextEditTests
{
    private const string Columns =
        """
        {
            "name":  "Prices",
            "columnsDefs": [
                { "field": "symbol" },
                {
                    "field": "price", "width": 1e2,
                    "renderFnParams": {}
                }
            ]
        }
        """;

    [Theory]
    [InlineData("""{"a":1}""", "a", "2", """{"a":2}""")]
    [InlineData("""{"a":1}""", "b", "[1,{\"c\":2}]", """{"a":1,"b":[1,{"c":2}]}""")]
    [InlineData("""{ "a" : 1 , "b" : 2 }""", "c", "3", """{ "a" : 1 , "b" : 2, "c" : 3 }""")]
    [InlineData("""{"a": null}""", "a.b.c", "true", """{"a": {"b": {"c": true}}}""")]
    [InlineData("""{"a": 1, "a": 2}""", "a", "3", """{"a": 1, "a": 3}""")]
    [InlineData("""{"\u0061": 1}""", "a", "3", """{"\u0061": 3}""")]
    [InlineData("[1, 2]", "2", "3", "[1, 2, 3]")]
    [InlineData("{}", "a", "1", "{ \"a\": 1 }")]
    public void Set_OneLine_KeepsItsStyle(string text, string path, string value, string expected) =>
        Assert.Equal(expected, JsonTextEdit.Set(JsonTextDocument.Parse(text), path.Split('.'), JsonText.Parse(value)));

    [Fact]
    public void Set_NewMember_StandsOnALineOfItsOwn() =>
        Assert.Equal(
            Columns.Replace("    ]\n}", "    ],\n    \"size\":  { \"w\":  20, \"h\":  9 }\n}", StringComparison.Ordinal),
            JsonTextEdit.Set(JsonTextDocument.Parse(Columns), ["size"], JsonText.Parse("""{"w":20,"h":9}""")));

    [Fact]
    public void Set_MemberOfAnEmptyObject_FitsIn() =>
        Assert.Equal(
            Columns.Replace("{}", "{ \"colorValueKey\":  \"change\" }", StringComparison.Ordinal),
            JsonTextEdit.Set(JsonTextDocument.Parse(Columns), ["columnsDefs", "1", "renderFnParams", "colorValueKey"], "change"));

    [Fact]
    public void Insert_LongElement_IsIndentedAsItsNeighbours() =>
        Assert.Equal(
            Columns.Replace(
                "        { \"field\": \"symbol\" },\n",
                """
                        {
                            "field":  "change",
                            "renderFnParams":  { "colorValueKey":  "price" }
                        },
                        { "field": "symbol" },

                """,
                StringComparison.Ordinal),
            JsonTextEdit.Insert(
                JsonTextDocument.Parse(Columns), ["columnsDefs"], 0, JsonText.Parse("""{"field":"change","renderFnParams":{"colorValueKey":"price"}}""")));

    [Theory]
    [InlineData("""{"a": 1, "b": 2, "c": 3}""", "a", """{"b": 2, "c": 3}""")]
    [InlineData("""{"a": 1, "b": 2, "c": 3}""", "c", """{"a": 1, "b": 2}""")]
    [InlineData("""{"a": 1, "b": 2, "a": 3}""", "a", """{"b": 2}""")]
    [InlineData("{\n  \"a\": 1\n}", "a", "{}")]
    [InlineData("""{"a": [1, 2]}""", "a.0", """{"a": [2]}""")]
    [InlineData("""{"a": [1, 2]}""", "a.7", """{"a": [1, 2]}""")]
    [InlineData("""{"a": [1, 2]}""", "b.c", """{"a": [1, 2]}""")]
    public void Remove_Member_TakesOneCommaAlong(string text, string path, string expected) =>
        Assert.Equal(expected, JsonTextEdit.Remove(JsonTextDocument.Parse(text), path.Split('.')));

    [Fact]
    public void Move_Elements_KeepTheirOwnLines() =>
        Assert.Equal(
            """
            {
                "name":  "Prices",
                "columnsDefs": [
                    {
                        "field": "price", "width": 1e2,
                        "renderFnParams": {}
                    },
                    { "field": "symbol" }
                ]
            }
            """,
            JsonTextEdit.Move(JsonTextDocument.Parse(Columns), ["columnsDefs"], 1, 0));

    [Fact]
    public void Format_ShippedWidgets_AreAsTheyShouldBe()
    {
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "App", "widgets.json")).TrimEnd();

        Assert.Equal(shipped, JsonTextEdit.Format(JsonTextDocument.Parse(JsonText.Stringify(JsonText.Parse(shipped)))));
        Assert.Equal(shipped, JsonTextEdit.Format(JsonTextDocument.Parse(shipped)));
    }

    [Fact]
    public void Format_OddSpellings_StayAsWritten() =>
        Assert.Equal(
            "{\r\n  \"a\": 1.50,\r\n  \"a\": 1e2,\r\n  \"\\u0062\": \"\\/\"\r\n}",
            JsonTextEdit.Format(JsonTextDocument.Parse("{\"a\":1.50,\r\n\"a\":1e2,\"\\u0062\":\"\\/\"}")));

    [Fact]
    public void Set_TextThatIsNotJson_Throws() => Assert.Throws<FormatException>(() => JsonTextEdit.Set(JsonTextDocument.Parse("{"), ["a"], 1));

    [Fact]
    public void Set_BeyondAList_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonTextEdit.Set(JsonTextDocument.Parse("[1]"), ["3"], 1));
}
