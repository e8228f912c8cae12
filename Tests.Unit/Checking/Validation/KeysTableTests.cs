using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>The stated schema is the table of keys: nothing more, nothing less.</summary>
public sealed class KeysTableTests
{
    private static readonly IReadOnlyList<KeyRow> Table = KeyRow.ReadAll();

    [Fact]
    public void Keys_OfAWidget_AreThoseOfTheTable() => AssertSame(
        Table.Where(static row => row.Scope == "widget"),
        SchemaTable.Rows("widget", WidgetRules.Keys).Where(static row => row.Path != "params" && !row.Path.StartsWith("params[", StringComparison.Ordinal)));

    [Fact]
    public void Keys_OfAnApp_AreThoseOfTheTable() =>
        AssertSame(Table.Where(static row => row.Scope == "app"), SchemaTable.Rows("app", AppRules.App));

    [Theory]
    [InlineData("text")]
    [InlineData("tabs")]
    [InlineData("ticker")]
    [InlineData("date")]
    [InlineData("button")]
    [InlineData("number")]
    [InlineData("boolean")]
    [InlineData("endpoint")]
    [InlineData("form")]
    public void Keys_OfAParameter_AreThoseOfTheTable(string type)
    {
        var own = Table.Where(row => row.Scope == $"param:{type}").ToDictionary(static row => row.Path);
        var expected = Table.Where(row => row.Scope == "param" && !own.ContainsKey(row.Path)).Concat(own.Values);

        AssertSame(
            expected.Select(static row => row with { Scope = "param" }),
            SchemaTable.Rows("param", ParamOf(type)).Where(static row => row.Path != "type"));
    }

    private static ObjectSchema ParamOf(string type)
    {
        var choice = Assert.IsType<ByNameSchema>(Assert.IsType<RefinedSchema>(ParamRules.Param).Inner);
        return choice.Options.Single(option => ByNameSchema.NamesOf(option, "type").Contains(type));
    }

    private static void AssertSame(IEnumerable<KeyRow> table, IEnumerable<KeyRow> stated)
    {
        string[] expected = [.. table.Select(Line).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(expected);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', stated.Select(Line).Order(StringComparer.Ordinal)));
    }

    private static string Line(KeyRow row) =>
        $"{row.Path}: {row.Type}{(row.Required ? ", required" : "")}{(row.Null && row.Type != "anything" ? ", or null" : "")}";
}
