using Bunit;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Card;

public sealed class CardStateTests : StudioContext
{
    [Fact]
    public async Task Facts_Opened_CountWhatCameAndCloseOnEscape()
    {
        var feed = new ScriptedFeed(Clock) { OnSnapshot = static () => Task.FromResult(JsonText.Parse("""[{"id":"x"}]""")) };
        await using var session = new GridSession(
            new GridModel(Widget.Of("""[{"field":"id","headerName":"Id"}]"""), new GridModelOptions()),
            feed, new FeedSessionOptions(), Clock, static action =>
            {
                action();
                return Task.CompletedTask;
            });
        await session.OpenAsync(JsObject.Empty);
        var cut = Render<CardState>(parameters => parameters
            .Add(state => state.Session, session)
            .Add(state => state.Plan, RefetchPlan.Of(WidgetDefinition.Read("w", JsonText.Parse("""{"refetchInterval":5000}""")))));
        Assert.Equal("false", Toggle(cut).GetAttribute("aria-expanded"));
        Assert.Empty(cut.FindAll("[data-testid=feed-facts]"));
        feed.Send("""[{"id":"x"},{"id":"y"}]""");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (session.Totals.Updated != 1)
        {
            patience.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            await Task.Yield();
        }

        Toggle(cut).Click();

        Assert.Equal("true", Toggle(cut).GetAttribute("aria-expanded"));
        Assert.Equal(cut.Find("[data-testid=feed-facts]").Id, Toggle(cut).GetAttribute("aria-controls"));
        Assert.Equal(
            ["Frames 1", "Rows 2", "Conflated 0", "Dropped 0", "Updated 1", "Ignored 1", "Appended 0", "Reconnects 0", "Snapshots 1", "Refetch every 5 s"],
            cut.FindAll("dd").Select(static fact => $"{fact.GetAttribute("data-fact")} {fact.TextContent}"));

        Toggle(cut).KeyDown("Escape");
        Assert.Empty(cut.FindAll("[data-testid=feed-facts]"));
    }

    [Fact]
    public async Task Pill_RowsWithoutMessages_TellsTheAgeOfEach()
    {
        var feed = new ScriptedFeed(Clock) { OnSnapshot = static () => Task.FromResult(JsonText.Parse("""[{"id":"x"}]""")) };
        await using var session = new GridSession(
            new GridModel(Widget.Of("""[{"field":"id","headerName":"Id"}]"""), new GridModelOptions()),
            feed, new FeedSessionOptions(), Clock, Renderer.Dispatcher.InvokeAsync);
        await session.OpenAsync(JsObject.Empty);
        var cut = Render<CardState>(parameters => parameters.Add(state => state.Session, session));
        Assert.Equal("no message yet", Pill(cut).GetAttribute("title"));

        feed.Send("""{"id":"x"}""");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (session.MessageAge is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            await Task.Yield();
        }

        Clock.Advance(TimeSpan.FromSeconds(3));
        await cut.InvokeAsync(() => session.RefreshAsync(JsObject.Empty));
        cut.Render();

        Assert.Equal("0 s ago", cut.Find("[data-testid=feed-age]").TextContent);
        Assert.Matches(@"^newest message [3-9]\.\d s ago$", Pill(cut).GetAttribute("title"));
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(119.9, "119 s")]
    [InlineData(120, "2 min")]
    [InlineData(7199, "119 min")]
    [InlineData(7200, "2 h")]
    [InlineData(-5, "0 s")]
    public void Passed_Time_IsInAUnitForPeople(double seconds, string expected) =>
        Assert.Equal(expected, TimeWords.Passed(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1.5, "1.5 s")]
    [InlineData(90, "90 s")]
    [InlineData(900, "15 min")]
    [InlineData(7200, "2 h")]
    [InlineData(86400, "1 d")]
    public void Exact_Time_LosesNothing(double seconds, string expected) =>
        Assert.Equal(expected, TimeWords.Exact(TimeSpan.FromSeconds(seconds)));

    private static AngleSharp.Dom.IElement Pill(IRenderedComponent<CardState> cut) => cut.Find("[data-testid=feed-state]");

    private static AngleSharp.Dom.IElement Toggle(IRenderedComponent<CardState> cut) => cut.Find("[data-testid=feed-facts-toggle]");
}
