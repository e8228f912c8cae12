using Bunit;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class SourceBarTests : StudioContext
{
    [Fact]
    public void Obstacle_Given_SwitchesConnectingOffAndSaysWhyWithTheSetting()
    {
        var cut = Render<SourceBar>(parameters => parameters
            .Add(bar => bar.Obstacle, "other backends are not read: the setting Connect:Enabled is false")
            .Add(bar => bar.Recent, ["http://127.0.0.1:8000"]));

        Assert.Equal("Other backends are not read: the setting Connect:Enabled is false.", cut.Find("[data-testid=connect-off]").TextContent);
        Assert.True(cut.Find("[data-testid=connect]").HasAttribute("disabled"));
        Assert.True(cut.Find("input[data-testid=backend]").HasAttribute("disabled"));
        Assert.True(cut.Find("[data-testid=credentials-toggle]").HasAttribute("disabled"));
        Assert.True(cut.Find("[data-testid=recent-address]").HasAttribute("disabled"));
        Assert.False(cut.Find("[data-testid=use-paste]").HasAttribute("disabled"));
    }

    [Fact]
    public void Connect_AddressWithoutScheme_IsNoneOfTheBrowsersBusiness()
    {
        var asked = new List<string>();
        var cut = Render<SourceBar>(parameters => parameters.Add(bar => bar.OnConnect, request => asked.Add(request.Address)));
        Assert.True(cut.Find("form").HasAttribute("novalidate"));
        Assert.Equal("text", cut.Find("input[data-testid=backend]").GetAttribute("type"));

        cut.Find("input[data-testid=backend]").Input("127.0.0.1:7825");
        cut.Find("form").Submit();

        Assert.Equal(["127.0.0.1:7825"], asked);
    }

    [Fact]
    public void Connect_AddressThatALinkHasPutThere_IsNotTyped()
    {
        var asked = new List<bool>();
        var cut = Render<SourceBar>(parameters => parameters
            .Add(bar => bar.Address, "http://127.0.0.1:7825")
            .Add(bar => bar.OnConnect, request => asked.Add(request.IsTyped)));

        cut.Find("form").Submit();
        cut.Find("input[data-testid=backend]").Input("http://127.0.0.1:7826");
        cut.Find("form").Submit();

        Assert.Equal([false, true], asked);
    }

    [Fact]
    public void Credentials_OfTheAddressInTheField_AreCountedAndCanBeRemoved()
    {
        var kept = new Dictionary<string, int> { ["http://a"] = 2 };
        var cut = Render<SourceBar>(parameters => parameters
            .Add(bar => bar.CountCredentials, address => kept.GetValueOrDefault(address ?? ""))
            .Add(bar => bar.OnRemoveCredentials, address => kept.Remove(address)));
        Assert.Equal("Credentials", Toggle(cut).TextContent.Trim());

        cut.Find("input[data-testid=backend]").Input("http://a");
        Assert.Equal("Credentials: 2 set", Toggle(cut).TextContent.Trim());
        Toggle(cut).Click();
        cut.Find("[data-testid=credentials-remove]").Click();

        Assert.Equal("Credentials", Toggle(cut).TextContent.Trim());
        Assert.Single(cut.FindAll("[data-testid=credentials-removed]"));
        cut.Find("input[data-testid=backend]").Input("http://b");
        Assert.Empty(cut.FindAll("[data-testid=credentials-removed]"));
    }

    [Fact]
    public void Credential_WithoutAName_SaysSoAndStaysInTheField()
    {
        var asked = 0;
        var cut = Render<SourceBar>(parameters => parameters.Add(bar => bar.OnConnect, _ => asked++));
        Toggle(cut).Click();
        cut.Find("input[type=password]").Change("value");

        cut.Find("form").Submit();

        Assert.Equal(0, asked);
        Assert.Contains("needs a name", cut.Find("[data-testid=credentials-problem]").TextContent, StringComparison.Ordinal);
        Assert.Single(cut.FindAll("input[type=password]"));
    }

    [Fact]
    public void Recent_Addresses_CanBeChosenAndForgottenOneByOne()
    {
        var chosen = new List<string>();
        var forgotten = new List<string>();
        var cut = Render<SourceBar>(parameters => parameters
            .Add(bar => bar.Recent, ["http://127.0.0.1:8000", "http://127.0.0.1:9000"])
            .Add(bar => bar.OnConnect, request => chosen.Add(request.Address))
            .Add(bar => bar.OnForget, forgotten.Add));
        Assert.Empty(cut.FindAll("[data-testid=connect-off]"));

        cut.FindAll("[data-testid=recent-address]")[1].Click();
        cut.Find("[aria-label='Forget http://127.0.0.1:8000']").Click();

        Assert.Equal(["http://127.0.0.1:9000"], chosen);
        Assert.Equal(["http://127.0.0.1:8000"], forgotten);
    }

    [Fact]
    public void Recent_None_ShowsNothing() =>
        Assert.Empty(Render<SourceBar>(parameters => parameters.Add(bar => bar.Recent, [])).FindAll("[data-testid=recent]"));

    [Fact]
    public void SourceName_PastedText_OffersToEditIt()
    {
        var edited = 0;
        var source = new SampleSource(SampleText.Read("""{"w":{"endpoint":"e"}}""", null, null, out _)!, Clock);
        var cut = Render<SourceName>(parameters => parameters.Add(name => name.Source, source).Add(name => name.OnEdit, () => edited++));

        cut.Find("[data-testid=edit-text]").Click();

        Assert.Equal(1, edited);
        Assert.Equal("Pasted text", cut.Find("[data-testid=source-name]").TextContent);
        Assert.Empty(cut.FindAll("[data-testid=refresh-source]"));
    }

    [Fact]
    public void SourceName_ThisHost_HasNothingToReadAgain() =>
        Assert.Empty(Render<SourceName>(parameters => parameters.Add(name => name.Source, Source)).FindAll("button"));

    private static AngleSharp.Dom.IElement Toggle(IRenderedComponent<SourceBar> cut) => cut.Find("[data-testid=credentials-toggle]");
}
