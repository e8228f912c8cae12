using Bunit;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class LineFieldTests : StudioContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly List<string> _told = [];

    [Fact]
    public void Typing_IsToldOnceItPauses()
    {
        var cut = RenderField(Pause);
        Input(cut).Input("a");
        Clock.Advance(Pause / 2);
        Input(cut).Input("ab");
        Clock.Advance(Pause / 2);
        Assert.Empty(_told);

        Clock.Advance(Pause / 2);
        cut.WaitForAssertion(() => Assert.Equal(["ab"], _told));
    }

    [Fact]
    public void Typing_WithoutAPause_TellsEachKey()
    {
        var cut = RenderField(TimeSpan.Zero);
        Input(cut).Input("a");
        Input(cut).Input("ab");

        Assert.Equal(["a", "ab"], _told);
    }

    [Fact]
    public void Leaving_TellsAtOnceAndOnlyOnce()
    {
        var cut = RenderField(Pause);
        Input(cut).Input("ab");
        Input(cut).Change("ab");
        Clock.Advance(Pause * 2);

        Assert.Equal(["ab"], _told);
    }

    [Fact]
    public void Clear_EmptiesAndTells()
    {
        var cut = RenderField(Pause, "ab");
        cut.Find("[aria-label=Clear]").Click();

        Assert.Equal([""], _told);
        Assert.Equal("", Input(cut).GetAttribute("value") ?? "");
        Assert.Empty(cut.FindAll("[aria-label=Clear]"));
    }

    [Fact]
    public void Value_GivenAnew_ReplacesWhatWasTyped()
    {
        var cut = RenderField(Pause);
        Input(cut).Input("typed");
        Render(cut, "given");
        Clock.Advance(Pause * 2);

        Assert.Equal("given", Input(cut).GetAttribute("value"));
        Assert.Empty(_told);
    }

    [Fact]
    public void Value_TheSameAsBefore_LeavesWhatIsBeingTyped()
    {
        var cut = RenderField(Pause, "old");
        Input(cut).Input("new");
        Render(cut, "old");

        Assert.Equal("new", Input(cut).GetAttribute("value"));
    }

    [Fact]
    public void Label_BelongsToItsInput()
    {
        var cut = RenderField(Pause);

        Assert.Equal(Input(cut).Id, cut.Find("label").GetAttribute("for"));
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<LineField> cut) => cut.Find("[data-testid=line]");

    private static void Render(IRenderedComponent<LineField> cut, string value) =>
        cut.Render(parameters => parameters.Add(field => field.Value, value));

    private IRenderedComponent<LineField> RenderField(TimeSpan pause, string value = "") => Render<LineField>(parameters => parameters
        .Add(field => field.Label, "Filter")
        .Add(field => field.Value, value)
        .Add(field => field.Pause, pause)
        .Add(field => field.ValueChanged, _told.Add)
        .AddUnmatched("data-testid", "line"));
}
