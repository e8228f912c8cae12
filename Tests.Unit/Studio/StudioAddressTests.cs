using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio;

public sealed class StudioAddressTests : BunitContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var sut = Read("?backend=http://127.0.0.1:8000&widget=prices&symbol=TSLA,AAPL&symbol=X&merge=workspace&theme=dark");

        Assert.Equal(("http://127.0.0.1:8000", "prices", MergePolicy.Workspace, "dark"), (sut.Backend, sut.Widget, sut.Policy, sut.Theme));
        Assert.Equal("TSLA,AAPL,X", Assert.Single(sut.Values).Value);
    }

    [Theory]
    [InlineData("widget")]
    [InlineData("Widget")]
    [InlineData("theme")]
    [InlineData("MERGE")]
    [InlineData("backend")]
    [InlineData("recording")]
    [InlineData("Speed")]
    [InlineData("loop")]
    [InlineData("param.widget")]
    [InlineData("param.Param.THEME")]
    [InlineData("param.")]
    [InlineData("param.symbol")]
    [InlineData("a & b=c?#%20")]
    public void ToUri_ParameterOfAnyName_ComesBackAndLeavesThePagesOwnKeysAlone(string name)
    {
        var sut = new StudioAddress
        {
            Backend = "http://127.0.0.1:8000",
            Widget = "own",
            Policy = MergePolicy.Workspace,
            Theme = "light",
            Values = new Dictionary<string, string> { [name] = "its & value", ["symbol"] = "A" },
        };

        var read = StudioAddress.Read(sut.ToUri(Navigation));

        Assert.Equal((sut.Backend, sut.Widget, sut.Policy, sut.Theme), (read.Backend, read.Widget, read.Policy, read.Theme));
        Assert.Equal(sut.Values, read.Values);
    }

    [Fact]
    public void ToUri_NamesThatDifferInCaseAlone_StayApart()
    {
        var sut = new StudioAddress { Values = new Dictionary<string, string> { ["a"] = "1", ["A"] = "2", ["widget"] = "3", ["WIDGET"] = "4" } };

        Assert.Equal(sut.Values, StudioAddress.Read(sut.ToUri(Navigation)).Values);
    }

    [Fact]
    public void ToUri_ParameterNamedLikeAKey_GoesOutWithAPrefix() => Assert.Equal(
        "http://localhost/?widget=w&param.widget=x",
        new StudioAddress { Widget = "w", Values = new Dictionary<string, string> { ["widget"] = "x" } }.ToUri(Navigation));

    [Fact]
    public void Read_ManyParameters_TakesTheFirstOnly() =>
        Assert.Equal(50, Read("?" + string.Join('&', Enumerable.Range(0, 80).Select(static i => $"p{i}=1"))).Values.Count);

    [Theory]
    [InlineData("http://127.0.0.1:7825", true)]
    [InlineData("127.0.0.1:7825", true)]
    [InlineData(" HTTP://127.0.0.1:7825/ ", true)]
    [InlineData("http://127.0.0.1:7825/widgets.json", true)]
    [InlineData("https://127.0.0.1:7825", false)]
    [InlineData("http://127.0.0.1:7826", false)]
    [InlineData("http://127.0.0.1:7825/other", false)]
    [InlineData("127.0.0.1:99999", false)]
    [InlineData(null, false)]
    public void IsOf_AddressSpelledOtherwise_IsTheSameBackend(string? backend, bool isSame) =>
        Assert.Equal(isSame, new StudioAddress { Backend = backend }.IsOf("http://127.0.0.1:7825"));

    private StudioAddress Read(string query) => StudioAddress.Read(Navigation.BaseUri + query);
}
