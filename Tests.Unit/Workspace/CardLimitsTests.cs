using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class CardLimitsTests
{
    [Theory]
    [InlineData("{}", "20 x 9", "10 x 4", "40 x 100")]
    [InlineData("""{"w": 20, "h": 9}""", "20 x 9", "10 x 4", "40 x 100")]
    [InlineData("""{"w": 12.6, "h": 20.4}""", "13 x 20", "10 x 4", "40 x 100")]
    [InlineData("""{"w": 4, "h": 2}""", "4 x 2", "4 x 2", "40 x 100")]
    [InlineData("""{"w": 90, "h": 1000}""", "40 x 100", "10 x 4", "40 x 100")]
    [InlineData("""{"w": -5, "h": 0}""", "1 x 1", "1 x 1", "40 x 100")]
    [InlineData("""{"w": "20", "h": null}""", "20 x 9", "10 x 4", "40 x 100")]
    [InlineData("""{"w": 20, "h": 9, "minW": 15, "maxW": 30, "minH": 6, "maxH": 12}""", "20 x 9", "15 x 6", "30 x 12")]
    [InlineData("""{"w": 10, "h": 9, "minW": 15}""", "15 x 9", "15 x 4", "40 x 100")]
    [InlineData("""{"w": 20, "h": 9, "minW": 30, "maxW": 10}""", "30 x 9", "30 x 4", "30 x 100")]
    public void Of_GridData_GivesASizeThatFits(string data, string own, string least, string most)
    {
        var limits = CardLimits.Of(GridData.Read(JsonText.Parse(data)));

        Assert.Equal((own, least, most), (limits.Own.ToString(), limits.Least.ToString(), limits.Most.ToString()));
    }

    [Fact]
    public void Of_Nothing_IsTheUsualSize() => Assert.Equal(new CardSize(20, 9), CardLimits.Of(null).Own);

    [Fact]
    public void Fit_AnyNumbers_StaysWithin()
    {
        var limits = CardLimits.Of(null);

        Assert.Equal(new CardSize(10, 100), limits.Fit(int.MinValue, int.MaxValue));
        Assert.Equal(new CardSize(21, 8), limits.Fit(21, 8));
    }

    [Fact]
    public void WriteTo_Definition_ChangesTheSizeAlone()
    {
        const string Text =
            """
            {
              "name": "W",
              "gridData": { "w": 20, "h": 9, "minW": 5 },
              "params": [  ]
            }
            """;

        Assert.Equal(
            Text.Replace("\"w\": 20, \"h\": 9", "\"w\": 25, \"h\": 11", StringComparison.Ordinal),
            new CardSize(25, 11).WriteTo(JsonTextDocument.Parse(Text)));
    }

    [Fact]
    public void WriteTo_DefinitionWithoutSize_AddsOne()
    {
        var widget = WidgetDefinition.Read("w", JsonText.Parse(new CardSize(25, 11).WriteTo(JsonTextDocument.Parse("""{"name": "W"}"""))));

        Assert.Equal(("W", 25d, 11d), (widget.Name, widget.GridData!.Width, widget.GridData.Height));
    }
}
