using Bunit;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Card;

public sealed class CardFrameTests : StudioContext
{
    private readonly List<CardSize> _written = [];
    private readonly BunitJSModuleInterop _script;

    public CardFrameTests()
    {
        var module = JSInterop.SetupModule("./Studio/Card/CardFrame.razor.js");
        _script = module.SetupModule("init", static _ => true);
        _script.SetupVoid("stop").SetVoidResult();
    }

    [Fact]
    public void Render_GridData_IsTheSize()
    {
        var cut = RenderFrame("""{"w": 25, "h": 12, "minW": 15}""");

        var frame = cut.Find("[data-testid=card-frame]");
        Assert.Equal("--card-columns:25;--card-rows:12", frame.GetAttribute("style"));
        Assert.Equal(("15", "40", "4", "100"), (
            frame.GetAttribute("data-least-columns"), frame.GetAttribute("data-most-columns"),
            frame.GetAttribute("data-least-rows"), frame.GetAttribute("data-most-rows")));
        Assert.Equal("25 x 12 of 40", cut.Find("[data-testid=card-size]").TextContent);
        Assert.Empty(cut.FindAll("[data-testid=card-resized]"));
    }

    [Fact]
    public void Handle_HasANameAndTheSize()
    {
        var cut = RenderFrame("""{"w": 25, "h": 12}""");

        var handle = cut.Find("[data-testid=card-handle]");
        Assert.Equal("Resize the card", handle.GetAttribute("aria-label"));
        Assert.Equal(cut.Find("[data-testid=card-size]").Id, handle.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Step_Keys_ChangeOneUnitWithinTheLimits()
    {
        var cut = RenderFrame("""{"w": 39, "h": 5}""");

        await cut.InvokeAsync(() => cut.Instance.OnStep(1, 0));
        await cut.InvokeAsync(() => cut.Instance.OnStep(1, 0));
        await cut.InvokeAsync(() => cut.Instance.OnStep(0, -1));
        await cut.InvokeAsync(() => cut.Instance.OnStep(0, int.MinValue));

        Assert.Equal("40 x 4 of 40", cut.Find("[data-testid=card-size]").TextContent);
    }

    [Fact]
    public async Task Resize_Dragged_IsShownAndCanBeTakenBack()
    {
        var cut = RenderFrame("""{"w": 20, "h": 9}""");

        await cut.InvokeAsync(() => cut.Instance.OnResize(30, 9999));
        Assert.Equal("--card-columns:30;--card-rows:100", cut.Find("[data-testid=card-frame]").GetAttribute("style"));
        Assert.Contains("30 x 100 of 40; the definition says 20 x 9", cut.Find("[data-testid=card-resized]").TextContent, StringComparison.Ordinal);

        cut.Find("[data-testid=card-reset]").Click();
        Assert.Equal("20 x 9 of 40", cut.Find("[data-testid=card-size]").TextContent);
        Assert.Empty(cut.FindAll("[data-testid=card-resized]"));

        await cut.InvokeAsync(() => cut.Instance.OnResize(30, 10));
        await cut.InvokeAsync(cut.Instance.OnReset);
        Assert.Equal("20 x 9 of 40", cut.Find("[data-testid=card-size]").TextContent);
    }

    [Fact]
    public async Task Definition_OtherSize_GivesTheCardThatSize()
    {
        var cut = RenderFrame("""{"w": 20, "h": 9}""");
        await cut.InvokeAsync(() => cut.Instance.OnResize(30, 10));

        cut.Render(parameters => parameters.Add(frame => frame.Grid, Data("""{"w": 20, "h": 9}""")));
        Assert.Equal("30 x 10 of 40", cut.Find("[data-testid=card-size]").TextContent);

        cut.Render(parameters => parameters.Add(frame => frame.Grid, Data("""{"w": 22, "h": 9}""")));
        Assert.Equal("22 x 9 of 40", cut.Find("[data-testid=card-size]").TextContent);
    }

    [Fact]
    public async Task Write_Pressed_HandsOutTheSize()
    {
        var cut = RenderFrame("""{"w": 20, "h": 9}""");
        await cut.InvokeAsync(() => cut.Instance.OnResize(30, 10));

        cut.Find("[data-testid=card-write]").Click();

        Assert.Equal([new CardSize(30, 10)], _written);
    }

    [Fact]
    public async Task Dispose_Frame_StopsItsScript()
    {
        RenderFrame("{}");

        await DisposeComponentsAsync();

        _script.VerifyInvoke("stop");
    }

    private static GridData Data(string json) => GridData.Read(JsonText.Parse(json));

    private IRenderedComponent<CardFrame> RenderFrame(string data) => Render<CardFrame>(parameters => parameters
        .Add(frame => frame.Grid, Data(data))
        .Add(frame => frame.OnWrite, _written.Add)
        .AddChildContent("<p>card</p>"));
}
