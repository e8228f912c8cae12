using LiveGridStudio.App.Sources.Mapping;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Tests.Unit.Sources.Mapping;

public sealed class RowMappingTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """[{"a":1}]""", null)]
    [InlineData("""[{"a": null}, {"b": {"c": [1]}}]""", """[{"a":null},{"b":{"c":[1]}}]""", null)]
    [InlineData("""[1, {"a": 1}, "x", [], null]""", """[{"a":1}]""", "3 of 5 entries are no objects")]
    [InlineData("7", "[]", "1 of 1 entries are no objects")]
    [InlineData("null", "[]", null)]
    [InlineData("false", "[]", null)]
    [InlineData("[]", "[]", null)]
    public void Map_WithoutExpressions_TakesObjects(string answer, string rows, string? problem)
    {
        var found = Map(new SourceOptions(), answer);

        Assert.Equal((rows, problem), (Text(found), found.Problem));
    }

    [Theory]
    [InlineData("data", """[{"id":1},{"id":2}]""")]
    [InlineData("data[?id > `1`]", """[{"id":2}]""")]
    [InlineData("reverse(data)", """[{"id":2},{"id":1}]""")]
    [InlineData("channel == 'ticker' && data", """[{"id":1},{"id":2}]""")]
    [InlineData("channel == 'book' && data", "[]")]
    [InlineData("one.two", """[{"id":3}]""")]
    [InlineData("one", """[{"two":{"id":3}}]""")]
    [InlineData("missing.deep", "[]")]
    [InlineData("\"by key\".*", """[{"id":4},{"id":5}]""")]
    [InlineData("lists[*].{p: to_number([0]), q: [1]}", """[{"p":0.1,"q":"x"},{"p":0.2,"q":"y"}]""")]
    [InlineData("items(\"by key\")[*].merge({name: [0]}, [1])", """[{"name":"a","id":4},{"name":"b","id":5}]""")]
    public void Map_Rows_AreWhereTheExpressionSays(string rows, string expected)
    {
        const string Answer =
            """
            {"channel": "ticker", "data": [{"id": 1}, {"id": 2}], "one": {"two": {"id": 3}}, "by key": {"a": {"id": 4}, "b": {"id": 5}},
             "lists": [["0.1", "x"], ["0.2", "y"]]}
            """;

        Assert.Equal(expected, Text(Map(new SourceOptions { Rows = rows }, Answer)));
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("1e21")]
    [InlineData("12345678901234567890")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("9007199254740993")]
    [InlineData("-0.00000001234567890123")]
    [InlineData("5e-324")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("65012.10")]
    [InlineData("-7")]
    public void Map_Numbers_AreThoseOfJavaScriptHoweverTheyCome(string number)
    {
        var exact = JsonText.Parse(number).Number;
        var row = Assert.Single(Map(
            new SourceOptions
            {
                Rows = "[?!missing]",
                Fields = { ["plain"] = "n", ["computed"] = "n || n", ["text"] = "to_number(t)", ["nested"] = "{a: [n]}" },
            },
            $$"""[{"n": {{number}}, "t": "{{number}}"}]""").Rows);

        Assert.Equal((exact, exact, exact), (row["plain"].Number, row["computed"].Number, row["text"].Number));
        Assert.Equal(exact, row["nested"]["a"].List[0].Number);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1e999\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("true")]
    public void Map_TextThatIsNoNumber_LeavesTheColumnOut(string text)
    {
        var found = Map(new SourceOptions { Fields = { ["id"] = "id", ["price"] = "to_number(p)" } }, $$"""{"id": 1, "p": {{text}}}""");

        Assert.Equal(("""[{"id":1}]""", (string?)null), (Text(found), found.Problem));
    }

    [Fact]
    public void Map_Fields_LeaveOutNullsAndKeepTheirOrder()
    {
        var found = Map(
            new SourceOptions { Fields = { ["symbol"] = "s", ["bid"] = "b", ["ask"] = "quote.a", ["both"] = "[s, b]", ["zero"] = "z" } },
            """{"s": "X", "b": null, "z": 0}""");

        Assert.Equal("""[{"symbol":"X","both":["X",null],"zero":0}]""", Text(found));
    }

    [Fact]
    public void Map_EntryWithNoneOfTheFields_IsNoRow()
    {
        var found = Map(new SourceOptions { Rows = "[]", Fields = { ["price"] = "p" } }, """[{"type": "heartbeat"}, {"p": 1}, {"p": null}]""");

        Assert.Equal(("""[{"price":1}]""", (string?)null), (Text(found), found.Problem));
    }

    [Fact]
    public void Map_FieldsOverLists_ReadByPosition()
    {
        var found = Map(
            new SourceOptions { Rows = "result", Fields = { ["price"] = "to_number([0])", ["side"] = "[2] == 'b' && 'buy' || 'sell'" } },
            """{"result": [["1.5", "10", "b"], ["1.6", "20", "s"], 7]}""");

        Assert.Equal("""[{"price":1.5,"side":"buy"},{"price":1.6,"side":"sell"}]""", Text(found));
        Assert.Equal("1 of 3 entries are no objects", found.Problem);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("false", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"false\"", true)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("[0]", true)]
    [InlineData("null", false)]
    public void Map_Where_CountsAsTrueWhatJmesPathDoes(string value, bool counts)
    {
        foreach (var where in new[] { "w", "w || w" })
        {
            var found = Map(new SourceOptions { Where = where }, $$"""{"w": {{value}}}""");

            Assert.Equal((counts ? 1 : 0, false), (found.Rows.Count, found.IsEmpty));
        }
    }

    [Theory]
    [InlineData("e == '24hrTicker'", "24hrTicker", 1)]
    [InlineData("e == `\"24hrTicker\"`", "24hrTicker", 1)]
    [InlineData("e == '24hrTicker'", "ack", 0)]
    [InlineData("starts_with(e, '24')", "24hrTicker", 1)]
    public void Map_Where_TellsFramesApart(string where, string kind, int rows) =>
        Assert.Equal(rows, Map(new SourceOptions { Where = where }, $$"""{"e": "{{kind}}"}""").Rows.Count);

    [Fact]
    public void Map_FunctionThatDoesNotTakeAValue_PassesOverThatRowAlone()
    {
        var found = Map(new SourceOptions { Fields = { ["id"] = "id", ["size"] = "abs(size)" } }, """[{"id": 1, "size": -2}, {"id": 2, "size": "x"}, 3]""");

        Assert.Equal("""[{"id":1,"size":2}]""", Text(found));
        Assert.Equal("1 of 3 entries are no objects, 1 could not be mapped; size: Error: invalid-type, function abs only accepts numbers.", found.Problem);
    }

    [Fact]
    public void Map_RowsThatCannotBeComputed_SaysWhy()
    {
        var found = Map(new SourceOptions { Rows = "sort(data)" }, """{"data": {"a": 1}}""");

        Assert.Empty(found.Rows);
        Assert.StartsWith("Rows could not be computed: Error: invalid-type", found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_DeepLongAndOddAnswers_AreRead()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 250)) + "1" + new string('}', 250);
        var digits = new string('9', 500_000);
        var names = string.Join(',', Enumerable.Range(0, 3000).Select(static i => $"\"c{i}\": \"\\ud800\""));
        var options = new SourceOptions { Rows = "[@][0]", Fields = { ["all"] = "@ && values(@)" } };

        Assert.Single(Map(options, deep).Rows);
        Assert.Single(Map(options, $$"""{"a": {{digits}}, "a": 1, "": 2, "$ref": "x", "$type": "System.String"}""").Rows);
        Assert.Equal(3000, Assert.Single(Map(options, $$"""{ {{names}} }""").Rows)["all"].List.Count);
    }

    [Fact]
    public void MostValues_OfComputedRows_IsLess()
    {
        Assert.Equal(5_000_000, new RowMapping(new SourceOptions { Rows = " data.rows ", Where = "a > b" }).MostValues);
        Assert.Equal(250_000, new RowMapping(new SourceOptions { Rows = "data.rows[?a > b]" }).MostValues);
    }

    [Theory]
    [InlineData("a ===", "near '='")]
    [InlineData("", "syntax")]
    [InlineData("foo(a)", "unknown-function")]
    [InlineData("to_number()", "invalid-arity")]
    [InlineData("a[::0]", "step cannot be 0")]
    [InlineData("a[", "syntax")]
    public void TryCompile_WrongExpression_HasTheParsersMessage(string text, string problem)
    {
        Assert.False(RowExpression.TryCompile(text, out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => RowExpression.Compile(text));
    }

    private static MappedRows Map(SourceOptions options, string answer) => new RowMapping(options).Map(JsonText.Parse(answer));

    private static string Text(MappedRows found) => JsonText.Stringify(JsValue.FromList([.. found.Rows.Select(static row => (JsValue)row)]));
}
