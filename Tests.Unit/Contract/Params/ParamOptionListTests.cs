using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Contract.Params;

public sealed class ParamOptionListTests
{
    [Fact]
    public void Read_DocumentedAnswer_IsTakenWhole()
    {
        var list = Read(
            """[{"label":"Apple","value":"AAPL","extraInfo":{"description":"Technology","rightOfDescription":"NASDAQ"}},{"label":"Five","value":5},{"label":"All","value":null}]""");

        Assert.Null(list.Note);
        Assert.Equal(["AAPL", "5", "null"], list.Options.Select(static option => option.Value.ToString()));
        Assert.Equal(("Apple", "Technology", "NASDAQ"), (list.Options[0].Label, list.Options[0].Description, list.Options[0].RightOfDescription));
        Assert.Null(list.Options[1].Description);
    }

    [Fact]
    public void Read_PlainValues_AreOfferedAndNoted()
    {
        var list = Read("""["AAPL", 3]""");

        Assert.Equal(["AAPL", "3"], list.Options.Select(static option => option.Label));
        Assert.Contains("plain values", list.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OddEntries_AreLeftOutAndCounted()
    {
        var list = Read("""[null, {"label":"No value"}, {"label":"List","value":[1]}, {"label":"A","value":"a"}, {"label":"Again","value":"a"}]""");

        Assert.Equal(["A"], list.Options.Select(static option => option.Label));
        Assert.Equal("3 entries of the answer without a usable value left out.", list.Note);
    }

    [Fact]
    public void Read_VeryMany_KeepsTheFirstAndSaysSo()
    {
        var list = Read($"[{string.Join(',', Enumerable.Range(0, 10_500).Select(static i => $$"""{"label":"L{{i}}", "value":{{i}} }"""))}]");

        Assert.Equal(10_000, list.Options.Count);
        Assert.Equal("Only the first 10,000 of 10,500 choices are offered.", list.Note);
    }

    [Fact]
    public void Read_LongTexts_AreCut()
    {
        var text = new string('x', 499) + "😀" + new string('x', 5000);
        var list = Read($$"""[{"label":"{{text}}","value":"a","extraInfo":{"description":"{{text}}"} },{"label":"B","value":"{{text}}"}]""");

        Assert.Equal(new string('x', 499) + "...", Assert.Single(list.Options).Label);
        Assert.Equal(list.Options[0].Label, list.Options[0].Description);
        Assert.NotNull(list.Note);
    }

    [Theory]
    [InlineData("{}", "is not a list")]
    [InlineData("""{"options": []}""", "is not a list")]
    [InlineData("null", "is not a list")]
    [InlineData("\"AAPL\"", "is not a list")]
    [InlineData("[null, [], {}]", "none of the answer's entries")]
    public void Read_WrongShape_SaysSo(string answer, string problem)
    {
        Assert.Null(ParamOptionList.Read(JsonText.Parse(answer), out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyList_IsNoProblem()
    {
        var list = Read("[]");

        Assert.Empty(list.Options);
        Assert.Null(list.Note);
    }

    private static ParamOptionList Read(string answer)
    {
        var list = ParamOptionList.Read(JsonText.Parse(answer), out var problem);
        Assert.Null(problem);
        return list!;
    }
}
