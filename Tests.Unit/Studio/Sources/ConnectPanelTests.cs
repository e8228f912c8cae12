using Bunit;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class ConnectPanelTests : StudioContext
{
    private readonly JSRuntimeInvocationHandler<bool> _copy;

    public ConnectPanelTests()
    {
        var script = JSInterop.SetupModule("./Studio/Sources/ConnectPanel.razor.js");
        script.Mode = JSRuntimeMode.Strict;
        _copy = script.Setup<bool>("copy", "http://localhost");
    }

    [Fact]
    public void Copy_Address_SaysSoForAMoment()
    {
        _copy.SetResult(true);
        var cut = Render<ConnectPanel>();

        cut.Find("button").Click();
        cut.WaitForAssertion(() => Assert.Equal("Copied", cut.Find("button").GetAttribute("title")));

        Clock.Advance(TimeSpan.FromSeconds(2));
        cut.WaitForAssertion(() => Assert.Equal("Copy the address", cut.Find("button").GetAttribute("title")));
    }

    [Fact]
    public void Copy_AnswerLost_SaysNothing()
    {
        _copy.SetCanceled();
        var cut = Render<ConnectPanel>();

        cut.Find("button").Click();

        Assert.Equal("Copy the address", cut.Find("button").GetAttribute("title"));
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }
}
