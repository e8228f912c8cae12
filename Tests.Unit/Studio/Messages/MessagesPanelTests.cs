using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Messages;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio.Messages;

public sealed class MessagesPanelTests : StudioContext
{
    private readonly MessageBench _bench;

    public MessagesPanelTests()
    {
        _bench = new MessageBench(clock: Clock);
        var module = JSInterop.SetupModule("./Studio/Messages/MessageEntries.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        module.SetupModule("init", static _ => true).Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_NoFeed_SaysWhatWillBeThere()
    {
        var cut = RenderPanel();

        Assert.Contains("No messages yet", cut.Markup, StringComparison.Ordinal);
        Assert.Contains("once the widget is connected", cut.Markup, StringComparison.Ordinal);
        Assert.Equal("–", cut.Find("[data-testid=message-rate]").TextContent);
        Assert.Equal("Messages per second: not measured yet", cut.Find("[data-testid=message-rate-chart] svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Frames_Come_StandNewestFirstAndAsText()
    {
        var cut = RenderPanel();
        _bench.Price(246.5);
        _bench.Send("""{"id":"<img src=x onerror=alert(1)>"}""");

        Look();

        Assert.Equal(
            ["row <img src=x onerror=alert(1)> is unknown: ignored", "TSLA: price 245 → 246.5"],
            cut.FindAll(".message-text").Select(static text => text.TextContent));
        Assert.Equal(["unknown", "changed"], cut.FindAll(".message-badge").Select(static badge => badge.TextContent));
        Assert.Equal("12:00:00.000", cut.Find("time").TextContent);
        Assert.Empty(cut.FindAll("img"));
    }

    [Fact]
    public void Frames_ThousandsASecond_RenderFourTimesASecond()
    {
        var cut = RenderPanel();
        var before = cut.RenderCount;

        for (var i = 0; i < 2000; i++)
        {
            _bench.Price(i);
            if (i % 2 == 1)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        Assert.InRange(cut.RenderCount - before, 3, 4);
        Assert.Equal(MessageList.MaxShown, cut.FindAll("[data-testid=message]").Count);
        Assert.Contains($"The newest {MessageList.MaxShown} of {FrameLog.MaxFrames} are shown", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_NothingHappens_DoesNotRender()
    {
        var cut = RenderPanel();
        Look();
        var before = cut.RenderCount;

        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(before, cut.RenderCount);
    }

    [Fact]
    public void Stats_RunningFeed_ShowRatesTotalsAndCharts()
    {
        var cut = RenderPanel();
        for (var i = 0; i < 40; i++)
        {
            _bench.Send($$"""[{"id":"TSLA","price":{{i}},"volume":3},{"id":"X"}]""");
            Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        _bench.Send("{");
        Look();

        Assert.Equal("4", Text(cut, "message-rate"));
        Assert.Equal("8", Text(cut, "message-row-rate"));
        Assert.Equal("41", Text(cut, "message-total"));
        Assert.Equal("40", Text(cut, "message-cells"));
        Assert.Equal("40 (4/s)", Text(cut, "message-ignored"));
        Assert.Equal("40 (4/s)", Text(cut, "message-unknown"));
        Assert.Equal("1", Text(cut, "message-lost"));
        Assert.Equal(
            "Messages per second, last minute: now 4/s, lowest 4/s, highest 4/s",
            cut.Find("[data-testid=message-rate-chart] svg").GetAttribute("aria-label"));
        Assert.Equal(
            "Age of ticks, last minute: now 250 ms, lowest 250 ms, highest 250 ms",
            cut.Find("[data-testid=message-age-chart] svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Entry_Clicked_ShowsTextAndCells()
    {
        var cut = RenderPanel();
        _bench.Send("""{"id":"TSLA","price":246.5,"volume":7}""");
        Look();
        Assert.Equal("false", cut.Find(".message-head").GetAttribute("aria-expanded"));

        cut.Find(".message-head").Click();

        Assert.Equal("true", cut.Find(".message-head").GetAttribute("aria-expanded"));
        Assert.Equal("{\n  \"id\": \"TSLA\",\n  \"price\": 246.5,\n  \"volume\": 7\n}", Text(cut, "message-raw"));
        Assert.Equal(
            ["TSLA", "price 245 → 246.5 ↑ up", "volume ignored: the column is not live"],
            cut.FindAll("[data-testid=message-cells-table] li").Select(static line =>
                line.Children.Length == 0 ? line.TextContent : string.Join(' ', line.Children.Select(part => part.TextContent))));
        Assert.Equal("price 245 → 246.5", cut.Find(".message-line").GetAttribute("title"));

        cut.Find(".message-head").Click();
        Assert.Empty(cut.FindAll("[data-testid=message-open]"));
    }

    [Fact]
    public void Entries_ManyOfThem_AreOneStopOfTheTabKey()
    {
        var cut = RenderPanel();
        for (var i = 1; i <= 5; i++)
        {
            _bench.Price(i);
        }

        Look();
        Assert.Equal(["0", "-1", "-1", "-1", "-1"], Stops());

        cut.FindAll(".message-head")[2].Focus();
        Assert.Equal(["-1", "-1", "0", "-1", "-1"], Stops());

        _bench.Price(6);
        Look();
        Assert.Equal(["-1", "-1", "-1", "0", "-1", "-1"], Stops());

        cut.Find("[data-testid=message-clear]").Click();
        _bench.Price(7);
        Look();
        Assert.Equal(["0"], Stops());

        string?[] Stops() => [.. cut.FindAll(".message-head").Select(static head => head.GetAttribute("tabindex"))];
    }

    [Fact]
    public void Entry_OpenWhileManyMoreCome_Stays()
    {
        var cut = RenderPanel();
        _bench.Price(1);
        Look();
        cut.Find(".message-head").Click();

        for (var i = 0; i < FrameLog.MaxFrames + 10; i++)
        {
            _bench.Price(i);
        }

        Look();
        Assert.Equal("1", cut.Find("[data-testid=message]:has([data-testid=message-open])").GetAttribute("data-message"));
        Assert.Equal(MessageList.MaxShown + 1, cut.FindAll("[data-testid=message]").Count);
    }

    [Fact]
    public void Entry_ManyOpened_OnlyTheLastStayOpen()
    {
        var cut = RenderPanel();
        for (var i = 0; i < MessageList.MaxOpen + 3; i++)
        {
            _bench.Price(i);
        }

        Look();
        for (var i = 0; i < MessageList.MaxOpen + 3; i++)
        {
            cut.FindAll(".message-head")[i].Click();
        }

        Assert.Equal(MessageList.MaxOpen, cut.FindAll("[data-testid=message-open]").Count);
        Assert.Equal("false", cut.Find(".message-head").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Entry_OpenButHiddenByTheFilter_IsNotShown()
    {
        var cut = RenderPanel();
        _bench.Price(1);
        Look();
        cut.Find(".message-head").Click();

        cut.Find("[data-testid=message-kind-lost]").Click();
        Assert.Empty(cut.FindAll("[data-testid=message]"));
        Assert.Contains("No message matches", cut.Markup, StringComparison.Ordinal);

        cut.Find("[data-testid=message-show-all]").Click();
        Assert.Single(cut.FindAll("[data-testid=message-open]"));
    }

    [Fact]
    public void Entry_ManyCells_SaysHowManyMore()
    {
        var cut = RenderPanel();
        var rows = Enumerable.Range(0, 30).Select(static i => $$"""{"id":"TSLA","price":{{i}},"volume":9}""");
        _bench.Send($"[{string.Join(',', rows)}]");
        Look();

        cut.Find(".message-head").Click();

        Assert.Equal(MessageLine.MaxLines, cut.FindAll(".message-line").Count);
        Assert.Equal("and 36 more", Text(cut, "message-cells-more"));
        Assert.DoesNotContain('\n', Text(cut, "message-raw"));
    }

    [Fact]
    public void Entry_LongText_SaysHowMuchIsMissing()
    {
        var cut = RenderPanel();
        _bench.Send($$"""{"id":"{{new string('x', FrameLog.MaxTextLength)}}"}""");
        Look();

        cut.Find(".message-head").Click();

        Assert.EndsWith("\n… 9 more characters", Text(cut, "message-raw"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_Pressed_KeepsTheListUntilResumed()
    {
        var cut = RenderPanel();
        _bench.Price(1);
        Look();

        cut.Find("[data-testid=message-pause]").Click();
        Assert.Equal("Resume", Text(cut, "message-pause"));
        _bench.Price(2);
        Look();

        Assert.Single(cut.FindAll("[data-testid=message]"));
        Assert.Contains("1 message went by since", Text(cut, "message-paused"), StringComparison.Ordinal);

        cut.Find("[data-testid=message-pause]").Click();
        _bench.Price(3);
        Look();
        Assert.Equal(2, cut.FindAll("[data-testid=message]").Count);
        Assert.Empty(cut.FindAll("[data-testid=message-paused]"));
    }

    [Fact]
    public void Filter_TextAndKind_LeaveWhatMatches()
    {
        var cut = RenderPanel();
        _bench.Send("""{"id":"TSLA","price":1}""", """{"id":"AAPL","price":1}""", """{"id":"X"}""", "oops");
        Look();

        cut.Find("[data-testid=message-kind-lost]").Click();
        Assert.Equal(["oops"], Shown(cut));
        Assert.Equal("true", cut.Find("[data-testid=message-kind-lost]").GetAttribute("aria-pressed"));

        cut.Find("[data-testid=message-kind-all]").Click();
        cut.Find("[data-testid=message-filter]").Input("aapl");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        cut.WaitForAssertion(() => Assert.Equal(["""{"id":"AAPL","price":1}"""], Shown(cut)));

        cut.Find("[data-testid=message-kind-lost]").Click();
        Assert.Contains("No message matches", cut.Markup, StringComparison.Ordinal);
        cut.Find("[data-testid=message-show-all]").Click();
        Assert.Equal(4, cut.FindAll("[data-testid=message]").Count);

        string[] Shown(IRenderedComponent<MessagesPanel> panel) =>
            [.. panel.FindComponents<MessageEntry>().Select(static entry => entry.Instance.Frame.Text)];
    }

    [Fact]
    public void Stats_FramesThatAreNoRows_HaveAPlaceFromTheStartAndAFilter()
    {
        var cut = RenderPanel();
        var before = Labels();
        Assert.Equal("0", Text(cut, "message-not-rows"));
        Assert.Equal(["No row", "Unreadable"], before[^2..]);

        _bench.Send("7", "oops", """{"id":"X"}""");
        Look();

        Assert.Equal(before, Labels());
        Assert.Equal("1", Text(cut, "message-not-rows"));
        cut.Find("[data-testid=message-kind-not-rows]").Click();
        Assert.Equal("no row", cut.Find(".message-badge").TextContent);
        cut.Find("[data-testid=message-kind-unknown]").Click();
        Assert.Equal("unknown", cut.FindAll(".message-badge").Single().TextContent);

        string[] Labels() => [.. cut.FindAll(".message-stat dt").Select(static label => label.TextContent)];
    }

    [Fact]
    public void Clear_Pressed_EmptiesTheList()
    {
        var cut = RenderPanel();
        _bench.Price(1);
        Look();

        cut.Find("[data-testid=message-clear]").Click();

        Assert.Empty(cut.FindAll("[data-testid=message]"));
        Assert.Equal("0", Text(cut, "message-total"));
    }

    [Fact]
    public async Task Session_OnThePage_IsWatchedUntilThePanelGoes()
    {
        var log = new FrameLog(Clock);
        var previews = Services.GetRequiredService<PreviewFactory>();
        await using var first = previews.CreateSession(Source, SampleWidgets.LiveGrid(), MergePolicy.Documented, Renderer.Dispatcher.InvokeAsync);
        await using var second = previews.CreateSession(Source, SampleWidgets.LiveGrid(), MergePolicy.Workspace, Renderer.Dispatcher.InvokeAsync);
        var cut = RenderPanel(log, first);
        Assert.Same(log, first.Log);
        Assert.Contains("Each frame of the feed appears here", cut.Markup, StringComparison.Ordinal);

        cut.Render(parameters => parameters.Add(panel => panel.Session, second));
        Assert.Null(first.Log);
        Assert.Same(log, second.Log);

        var logged = new TaskCompletionSource();
        second.Changed += () =>
        {
            if (log.Count == 1)
            {
                logged.TrySetResult();
            }
        };
        await second.OpenAsync(JsObject.Create(("symbol", "TSLA")));
        Book.Publish("TSLA", 251);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!logged.Task.IsCompleted)
        {
            // As in Workspace, what comes is gathered for a moment.
            patience.Token.ThrowIfCancellationRequested();
            Look();
            await Task.Yield();
        }

        Look();
        cut.WaitForAssertion(() => Assert.Contains("→ 251", cut.Find(".message-text").TextContent, StringComparison.Ordinal));

        await DisposeComponentsAsync();
        Assert.Null(second.Log);
        Assert.False(log.IsRecording);
    }

    [Theory]
    [InlineData("table", "", true)]
    [InlineData("table", "ws", false)]
    [InlineData("live_grid", "", false)]
    public async Task Session_TableWithoutASocket_IsOneLine(string type, string socket, bool isLine)
    {
        var widget = WidgetDefinition.Read("w", JsObject.Create(
            ("name", "W"), ("description", ""), ("type", type), ("endpoint", "live_grid_data"), ("wsEndpoint", socket)));
        var previews = Services.GetRequiredService<PreviewFactory>();
        await using var session = previews.CreateSession(Source, widget, MergePolicy.Documented, Renderer.Dispatcher.InvokeAsync);

        var cut = RenderPanel(session: session);

        Assert.Equal(isLine ? 1 : 0, cut.FindAll("[data-testid=messages-none]").Count);
        Assert.Equal(isLine ? 0 : 1, cut.FindAll("[data-testid=message-total]").Count);
        Assert.Equal(isLine ? 0 : 2, cut.FindAll("svg[role=img]").Count);
    }

    private IRenderedComponent<MessagesPanel> RenderPanel(FrameLog? log = null, GridSession? session = null) =>
        Render<MessagesPanel>(parameters => parameters
            .Add(panel => panel.Log, log ?? _bench.Log)
            .Add(panel => panel.Session, session));

    private void Look() => Clock.Advance(MessagesPanel.RenderInterval);

    private static string Text(IRenderedComponent<MessagesPanel> cut, string testId) =>
        cut.Find($"[data-testid={testId}]").TextContent.Trim();
}
