using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class OptionsQueryTests
{
    private static readonly IReadOnlyList<ParamDefinition> Others = ParamDefinition.ReadAll(JsonText.Parse(
        """
        [{"paramName":"category","label":"Category"},{"paramName":"year","label":"Year","type":"number"},
         {"paramName":"limit","show":false},{"paramName":"deep","type":"boolean"},{"paramName":"own","label":"Own","type":"endpoint"}]
        """));

    [Fact]
    public void Of_Reference_IsTheValueNow()
    {
        var query = Query("""{"kind":"$category","page":2,"text":"a$b"}""", ("category", "reports,slides"));

        Assert.Equal("""{"kind":"reports,slides","page":2,"text":"a$b"}""", query.Key);
        Assert.Null(query.Obstacle);
    }

    [Fact]
    public void Of_OtherValue_IsAnotherKey()
    {
        Assert.NotEqual(
            Query("""{"kind":"$category"}""", ("category", "a")).Key, Query("""{"kind":"$category"}""", ("category", "b")).Key);
        Assert.Equal(
            Query("""{"kind":"$category"}""", ("year", "1")).Key, Query("""{"kind":"$category"}""", ("year", "2")).Key);
    }

    [Theory]
    [InlineData("""{"kind":"$category"}""", "Choices come once Category has a value.")]
    [InlineData("""{"kind":"$category","y":"$year"}""", "Choices come once Category and Year have values.")]
    public void Of_EmptyReference_SaysWhatItWaitsFor(string optionsParams, string obstacle) =>
        Assert.Equal(obstacle, Query(optionsParams).Obstacle);

    [Fact]
    public void Of_EmptyOnesThatTheReaderCannotFill_AreLeftOut()
    {
        var query = Query("""{"limit":"$limit","deep":"$deep","own":"$own"}""");

        Assert.Equal("{}", query.Key);
        Assert.Null(query.Obstacle);
    }

    [Fact]
    public void Of_UnknownReference_SaysSo() =>
        Assert.Equal("optionsParams refers to $nope, but the widget has no parameter nope.", Query("""{"a":"$nope"}""").Obstacle);

    [Fact]
    public void Of_CurrentDate_IsTheDay() => Assert.Equal("""{"day":"2026-05-31"}""", Query("""{"day":"$currentDate-1d"}""").Key);

    [Theory]
    [InlineData("""{"paramName":"own","type":"endpoint"}""")]
    [InlineData("""{"paramName":"own","type":"endpoint","optionsEndpoint":"  "}""")]
    public void Of_NoEndpoint_SaysSo(string param)
    {
        var query = OptionsQuery.Of(ParamDefinition.Read(JsonText.Parse(param)), Others, static _ => "", TestBook.Clock());

        Assert.Contains("no optionsEndpoint", query.Obstacle, StringComparison.Ordinal);
    }

    private static OptionsQuery Query(string optionsParams, params (string Name, string Value)[] values) => OptionsQuery.Of(
        ParamDefinition.Read(JsonText.Parse($$"""{"paramName":"own","type":"endpoint","optionsEndpoint":"o","optionsParams":{{optionsParams}}}""")),
        Others,
        param => values.FirstOrDefault(value => value.Name == param.ParamName).Value ?? "",
        TestBook.Clock());
}
