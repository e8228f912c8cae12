using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class SampleTextTests
{
    [Theory]
    [InlineData("""{"name":"W","description":"","type":"live_grid"}""")]
    [InlineData("""{"name":"W","type":"table","gridData":{"w":20,"h":9},"params":[]}""")]
    [InlineData("""{"name":"W","endpoint":7}""")]
    [InlineData("""{"endpoint":null}""")]
    [InlineData("""{"name":"W","endpoint":{"path":"e"}}""")]
    [InlineData("""{"endpoint":"e"}""")]
    public void Read_OneWidgetWithMistakes_IsThatWidgetWithItsFindings(string definition)
    {
        var sut = SampleText.Read(definition, null, null, out var problem);

        Assert.Null(problem);
        Assert.Equal("pasted", Assert.Single(sut!.Widgets).Id);
    }

    [Theory]
    [InlineData("""{"a":{"endpoint":"e"},"b":{"name":"B"}}""", "a,b")]
    [InlineData("""{"name":{"name":"N"},"type":{"endpoint":"e"}}""", "name,type")]
    [InlineData("""{"name":"My backend","a":{"endpoint":"e"}}""", "a")]
    public void Read_DocumentOfWidgets_HasThemAll(string definition, string ids) =>
        Assert.Equal(ids, string.Join(',', SampleText.Read(definition, null, null, out _)!.Widgets.Select(static widget => widget.Id)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"version":1}""")]
    public void Read_NoWidget_SaysSo(string definition)
    {
        Assert.Null(SampleText.Read(definition, null, null, out var problem));
        Assert.Contains("no widget in it", problem, StringComparison.Ordinal);
    }
}
