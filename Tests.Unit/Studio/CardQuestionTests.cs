using Bunit;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>A card whose backend has rows, socket and options at other origins.</summary>
public sealed class CardQuestionTests : StudioContext, IAsyncLifetime
{
    private readonly RemoteSetup _setup = new(new ConnectOptions());
    private readonly List<string> _allowed = [];
    private FaultyBackend _backend = null!;
    private FaultyBackend _rows = null!;
    private FaultyBackend _choices = null!;

    static CardQuestionTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public async ValueTask InitializeAsync()
    {
        _backend = await FaultyBackend.StartAsync();
        _rows = await FaultyBackend.StartAsync();
        _choices = await FaultyBackend.StartAsync();
        _choices.Answer("/choices", """[{"label": "First", "value": "1"}, {"label": "Second", "value": "2"}]""");
    }

    [Fact]
    public async Task Card_ThingsElsewhere_AsksForOneAtATimeAndReadsOn()
    {
        await using var source = await ConnectAsync();
        var cut = Show(source);

        UntilAsked(cut, _rows);
        Assert.Equal("Failed", cut.Find("[data-testid=feed-state]").TextContent.Trim());
        await AnswerAsync(cut, "read-allow");
        UntilAsked(cut, _choices);
        Assert.Empty(_choices.Requests);
        cut.WaitForAssertion(() => Assert.Equal("Live", cut.Find("[data-testid=feed-state]").TextContent.Trim()));

        await AnswerAsync(cut, "read-allow");
        cut.WaitForAssertion(() => Assert.Contains("Second", cut.Find("[data-testid=param-pick]").InnerHtml, StringComparison.Ordinal));
        Assert.Empty(cut.FindAll("[data-testid=read-question]"));
        Assert.Equal([Origin.Of(_rows.Address), Origin.Of(_choices.Address)], _allowed);
    }

    [Fact]
    public async Task Card_Declined_SaysSoOnTheNextCardTooAndCanStillBeAllowed()
    {
        await using var source = await ConnectAsync();
        var cut = Show(source);
        UntilAsked(cut, _rows);
        await AnswerAsync(cut, "read-decline");
        UntilAsked(cut, _choices);
        await AnswerAsync(cut, "read-decline");
        cut.WaitForAssertion(() => Assert.Equal("declined", cut.Find("[data-testid=read-question]").GetAttribute("data-reason")));

        var next = Show(source);
        next.WaitForAssertion(() => Assert.Equal("declined", next.Find("[data-testid=read-question]").GetAttribute("data-reason")));
        UntilAsked(next, _rows);
        Assert.Contains("is not read, so what the backend keeps there is not shown", next.Markup, StringComparison.Ordinal);
        Assert.Empty(_rows.Requests);
        Assert.Empty(_choices.Requests);

        await AnswerAsync(next, "read-allow");
        next.WaitForAssertion(() => Assert.Equal("Live", next.Find("[data-testid=feed-state]").TextContent.Trim()));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await base.DisposeAsync();
        _setup.Dispose();
        await _backend.DisposeAsync();
        await _rows.DisposeAsync();
        await _choices.DisposeAsync();
    }

    private static void UntilAsked(IRenderedComponent<PreviewCard> cut, FaultyBackend backend) => cut.WaitForAssertion(() =>
        Assert.Contains(Origin.Shown(Origin.Of(backend.Address)), cut.Find("[data-testid=read-question] b").TextContent, StringComparison.Ordinal));

    private static async Task AnswerAsync(IRenderedComponent<PreviewCard> cut, string button)
    {
        var question = cut.FindComponent<ReadQuestion>().Instance;
        await cut.InvokeAsync(() => question.OnAttention(isAttended: true, isFramed: false));
        await cut.Find($"[data-testid={button}]").ClickAsync(new());
    }

    private async Task<RemoteSource> ConnectAsync()
    {
        var gate = new OriginGate();
        gate.Allow(Origin.Of(_backend.Address));
        return new RemoteSource(await _setup.Connector.ConnectAsync(_backend.Address.ToString(), [], gate, CancellationToken.None));
    }

    private IRenderedComponent<PreviewCard> Show(RemoteSource source)
    {
        var widget = WidgetDefinition.Read("w", JsonText.Parse(
            $$"""
            {"name": "W", "type": "live_grid", "endpoint": "{{_rows.Address}}odd_rows", "wsEndpoint": "odd_ws", "data": {"wsRowIdColumn": "book"},
             "params": [{"paramName": "pick", "type": "endpoint", "optionsEndpoint": "{{_choices.Address}}choices"}]}
            """));
        return RenderPreview(source, widget, onAllow: _allowed.Add);
    }
}
