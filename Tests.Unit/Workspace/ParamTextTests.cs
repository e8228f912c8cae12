using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class ParamTextTests
{
    [Theory]
    [InlineData("""{"paramName":"x","type":"text"}""", "7", "\"7\"")]
    [InlineData("""{"paramName":"x","type":"text","multiSelect":true}""", "A, B", """["A","B"]""")]
    [InlineData("""{"paramName":"x","type":"text","multiple":true}""", "A", """["A"]""")]
    [InlineData("""{"paramName":"x","type":"number"}""", "1.50", "1.5")]
    [InlineData("""{"paramName":"x","type":"number"}""", "0", "0")]
    [InlineData("""{"paramName":"x","type":"number"}""", "many", "\"many\"")]
    [InlineData("""{"paramName":"x","type":"number"}""", "1e999", "\"1e999\"")]
    [InlineData("""{"paramName":"x","type":"boolean"}""", "true", "true")]
    [InlineData("""{"paramName":"x","type":"boolean"}""", "false", "false")]
    [InlineData("""{"paramName":"x","type":"boolean"}""", "maybe", "\"maybe\"")]
    [InlineData("""{"paramName":"x","type":"date"}""", "2026-01-02", "\"2026-01-02\"")]
    public void ToValue_TextOfAControl_IsWhatItsTypeHolds(string definition, string value, string expected)
    {
        var widget = WidgetDefinition.Read(
            "w", JsonText.Parse($$"""{"name":"W","description":"","endpoint":"e","type":"live_grid","params":[{{definition}}]}"""));

        Assert.Equal(expected, JsonText.Stringify(ParamText.ToValue(widget.Params[0], value, TestBook.Clock())));
    }
}
