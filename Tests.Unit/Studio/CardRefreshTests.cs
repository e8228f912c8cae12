using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>The refresh and the run button, the interval, and what they load.</summary>
public sealed class CardRefreshTests : StudioContext
{
    private const string Symbol = "\"params\":[{\"paramName\":\"symbol\",\"label\":\"Symbol\",\"value\":\"A\"}]";

    private readonly ScriptedSource _source;

    static CardRefreshTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public CardRefreshTests() => _source = new ScriptedSource(Clock)
    {
        OnFeed = static feed => feed.OnSnapshot = () => Task.FromResult(JsonText.Parse($$"""[{"id":"x","n":{{feed.Snapshots}}}]""")),
    };

    [Fact]
    public void Refresh_Pressed_LoadsTheRowsAnew()
    {
        var cut = RenderCard(Symbol);

        Button(cut).Click();

        cut.WaitForAssertion(() => Assert.Equal("2", Text(cut)));
        Assert.Equal(["""{"symbol":"A"}"""], Opened());
    }

    [Fact]
    public void Refresh_Running_IsBusyAndTakesNoSecondPress()
    {
        var cut = RenderCard();
        var answer = Hold();

        Button(cut).Click();
        cut.WaitForAssertion(() => Assert.Equal("true", Button(cut).GetAttribute("aria-busy")));
        Assert.Equal(("Refresh: loading", "true"), (Button(cut).GetAttribute("aria-label"), Button(cut).GetAttribute("aria-disabled")));
        Button(cut).Click();
        Assert.Equal(2, _source.Feed.Snapshots);
        Assert.Equal("1", Text(cut));

        answer.SetResult(JsonText.Parse("""[{"id":"x","n":9}]"""));
        cut.WaitForAssertion(() => Assert.Equal("9", Text(cut)));
        Assert.Equal("false", Button(cut).GetAttribute("aria-busy"));
    }

    [Fact]
    public void Refresh_OfASnapshot_OpensItAgain()
    {
        _source.OnFeed = static feed => feed.OpenState = FeedState.Snapshot;
        var cut = RenderCard(Symbol);

        Button(cut).Click();

        cut.WaitForAssertion(() => Assert.Equal(["""{"symbol":"A"}""", """{"symbol":"A"}"""], Opened()));
    }

    [Fact]
    public void Refresh_Fails_KeepsTheRowsAndCanBePressedAgain()
    {
        var cut = RenderCard();
        _source.Feed.OnSnapshot = static () => throw new FeedException("no");

        Button(cut).Click();
        cut.WaitForAssertion(() => Assert.Equal("false", Button(cut).GetAttribute("aria-busy")));

        Assert.Equal("1", Text(cut));
        Button(cut).Click();
        cut.WaitForAssertion(() => Assert.Equal(3, _source.Feed.Snapshots));
    }

    [Fact]
    public void Interval_Passed_LoadsTheRowsAnewEachTime()
    {
        var cut = RenderCard("\"refetchInterval\":5000");

        Clock.Advance(TimeSpan.FromMilliseconds(4999));
        Assert.Equal(1, _source.Feed.Snapshots);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        cut.WaitForAssertion(() => Assert.Equal("2", Text(cut)));
        Clock.Advance(TimeSpan.FromSeconds(5));
        cut.WaitForAssertion(() => Assert.Equal("3", Text(cut)));
    }

    [Fact]
    public async Task Interval_PageOutOfSight_LoadsOn()
    {
        var cut = RenderCard("\"refetchInterval\":5000");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var session = cut.FindComponent<GridView>().Instance.Session;
        await cut.InvokeAsync(() => cut.FindComponent<LiveGrid>().Instance.OnVisibility(false));

        for (var loads = 2; loads <= 4; loads++)
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            while (await cut.InvokeAsync(() => session.Loads) < loads)
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }

        Assert.Equal("1", Text(cut));
        await cut.InvokeAsync(() => cut.FindComponent<LiveGrid>().Instance.OnVisibility(true));
        cut.WaitForAssertion(() => Assert.Equal("4", Text(cut)));
    }

    [Fact]
    public void Interval_FeedIsDialledAgain_LeavesItAlone()
    {
        var cut = RenderCard("\"refetchInterval\":5000");
        _source.Feed.Become(FeedState.Reconnecting, "gone", Clock.GetUtcNow().AddSeconds(30), needsSnapshot: false);
        WaitForState(cut, "Reconnecting");

        Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal((1, "1"), (_source.Feed.Snapshots, Text(cut)));
        _source.Feed.Become(FeedState.Live);
        WaitForState(cut, "Live");
        Clock.Advance(TimeSpan.FromSeconds(5));
        cut.WaitForAssertion(() => Assert.Equal("2", Text(cut)));
    }

    [Fact]
    public void Interval_StillLoading_AsksNoSecondTime()
    {
        var cut = RenderCard("\"refetchInterval\":5000");
        var answer = Hold();

        Clock.Advance(TimeSpan.FromSeconds(5));
        cut.WaitForAssertion(() => Assert.Equal("true", Button(cut).GetAttribute("aria-busy")));
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, _source.Feed.Snapshots);

        answer.SetResult(JsonText.Parse("""[{"id":"x","n":9}]"""));
        cut.WaitForAssertion(() => Assert.Equal("9", Text(cut)));
    }

    [Theory]
    [InlineData("\"refetchInterval\":false")]
    [InlineData("\"refetchInterval\":null")]
    [InlineData("\"runButton\":true")]
    [InlineData("\"refetchInterval\":\"*/5 * * * *\"")]
    public void Interval_None_LoadsNothing(string keys)
    {
        RenderCard(keys);

        Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(1, _source.Feed.Snapshots);
    }

    [Fact]
    public async Task Interval_AfterTheCardIsGone_LoadsNothing()
    {
        RenderCard("\"refetchInterval\":5000");
        var feed = _source.Feed;
        await DisposeComponentsAsync();

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, feed.Snapshots);
    }

    [Fact]
    public void Schedule_IsShownAsNotFollowed()
    {
        var cut = RenderCard("\"refetchInterval\":\"<b>0 9</b>\"");

        Assert.Contains("<b>0 9</b> is a schedule; it is not followed here", cut.Find("[data-testid=schedule-note]").TextContent, StringComparison.Ordinal);
        Assert.Empty(cut.FindAll("[data-testid=schedule-note] b"));
    }

    [Fact]
    public void StaleTime_Passed_TurnsTheButtonUntilTheNextRows()
    {
        var cut = RenderCard("\"staleTime\":2000");
        Assert.DoesNotContain("refresh-stale", Button(cut).ClassName, StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromSeconds(2));
        cut.WaitForAssertion(() => Assert.Equal("Refresh: the data is stale", Button(cut).GetAttribute("aria-label")));
        Assert.Contains("refresh-stale", Button(cut).ClassName, StringComparison.Ordinal);
        Assert.Equal("Stale data", Button(cut).TextContent.Trim());
        Assert.Contains("older than 2 s", Button(cut).GetAttribute("title"), StringComparison.Ordinal);

        Button(cut).Click();
        cut.WaitForAssertion(() => Assert.Equal("Refresh", Button(cut).GetAttribute("aria-label")));
    }

    [Fact]
    public void StaleTime_MessagesCome_IsStillOfTheSnapshot()
    {
        var cut = RenderCard("\"staleTime\":2000");
        _source.Feed.Send("""{"id":"x","n":7}""");
        cut.WaitForAssertion(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            Assert.Equal("7", Text(cut));
        });

        Clock.Advance(TimeSpan.FromSeconds(2));

        cut.WaitForAssertion(() => Assert.Contains("refresh-stale", Button(cut).ClassName, StringComparison.Ordinal));
        Assert.Equal("Live", cut.Find("[data-testid=feed-state]").TextContent.Trim());
    }

    [Fact]
    public void Run_ParameterChanged_WaitsForTheButton()
    {
        var cut = RenderCard("\"runButton\":true," + Symbol);
        Assert.Equal("Run", Button(cut).GetAttribute("aria-label"));

        Type(cut, "B");
        cut.WaitForAssertion(() => Assert.Equal("Run: changed parameters wait", Button(cut).GetAttribute("aria-label")));
        Assert.Equal("Changed parameters wait for Run.", cut.Find("[data-testid=held-note]").TextContent);
        Assert.Equal(["""{"symbol":"A"}"""], Opened());

        Button(cut).Click();
        cut.WaitForAssertion(() => Assert.Equal(["""{"symbol":"A"}""", """{"symbol":"B"}"""], Opened()));
        Assert.Empty(cut.FindAll("[data-testid=held-note]"));
        Assert.Equal("Run", Button(cut).GetAttribute("aria-label"));
    }

    [Fact]
    public void Run_WithAnInterval_RefetchesWithWhatWasRun()
    {
        _source.OnFeed = static feed => feed.OpenState = FeedState.Snapshot;
        var cut = RenderCard("\"runButton\":true,\"refetchInterval\":5000," + Symbol);

        Type(cut, "B");
        Clock.Advance(TimeSpan.FromSeconds(5));

        cut.WaitForAssertion(() => Assert.Equal(["""{"symbol":"A"}""", """{"symbol":"A"}"""], Opened()));
        Assert.NotEmpty(cut.FindAll("[data-testid=held-note]"));
    }

    [Fact]
    public void NoRun_ParameterChanged_LoadsAtOnce()
    {
        var cut = RenderCard(Symbol);

        Type(cut, "B");

        cut.WaitForAssertion(() => Assert.Equal(["""{"symbol":"A"}""", """{"symbol":"B"}"""], Opened()));
    }

    [Fact]
    public async Task Close_StaleTimeAndIntervalRun_LeavesNoTimerThatHoldsThePage()
    {
        var timers = new TimerCount(Clock);
        Services.AddSingleton<TimeProvider>(timers);
        var cut = RenderCard("\"staleTime\":600000,\"refetchInterval\":600000");
        cut.WaitForAssertion(() => Assert.NotEqual(0, timers.Held));

        await DisposeComponentsAsync();

        Assert.Equal(0, timers.Held);
    }

    private void Type(IRenderedComponent<PreviewCard> cut, string value)
    {
        cut.Find("input[data-testid=param-symbol]").Input(value);
        Clock.Advance(TimeSpan.FromMilliseconds(300));
    }

    private TaskCompletionSource<JsValue> Hold()
    {
        var answer = new TaskCompletionSource<JsValue>();
        _source.Feed.OnSnapshot = () => answer.Task;
        return answer;
    }

    private IEnumerable<string> Opened() => _source.Feed.Opened.Select(static parameters => JsonText.Stringify(parameters));

    private void WaitForState(IRenderedComponent<PreviewCard> cut, string state) => cut.WaitForAssertion(() =>
    {
        // A batch goes out a frame after the one before.
        Clock.Advance(TimeSpan.FromMilliseconds(16));
        Assert.Equal(state, cut.Find("[data-testid=feed-state]").TextContent.Trim());
    });

    private static IElement Button(IRenderedComponent<PreviewCard> cut) => cut.Find(".refresh");

    private static string Text(IRenderedComponent<PreviewCard> cut) => cut.Find("[data-testid=cell-x-n]").TextContent.Trim();

    private IRenderedComponent<PreviewCard> RenderCard(string keys = "\"description\":\"\"")
    {
        var cut = RenderPreview(_source, WidgetDefinition.Read("w", JsonText.Parse(
                """{"name":"W","endpoint":"rows","wsEndpoint":"ws","type":"live_grid","data":{"wsRowIdColumn":"id","table":{"columnsDefs":"""
                + """[{"field":"id","headerName":"Id"},{"field":"n","headerName":"N"}]}},""" + keys + "}")));
        cut.WaitForState(() => cut.FindAll("[data-testid=feed-state]").Any(static pill => pill.TextContent.Trim() is "Live" or "Snapshot"));
        return cut;
    }
}
