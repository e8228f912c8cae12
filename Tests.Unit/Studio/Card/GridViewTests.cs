using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio.Card;

public sealed class GridViewTests : StudioContext
{
    [Fact]
    public async Task Render_Drawn_TellsTheSessionSoThatTheNextBatchComesAFrameLater()
    {
        await using var session = await OpenAsync();
        var cut = Render<GridView>(parameters => parameters.Add(view => view.Session, session));
        Book.Publish("TSLA", 251);
        await ShowsAsync(cut, "251");

        Book.Publish("TSLA", 252);
        await ShowsAsync(cut, "252", step: 1);

        // Without the view's report the second batch would have followed after 60 ms.
        Assert.InRange(Clock.GetUtcNow() - TestBook.Start, FeedPace.Shortest, TimeSpan.FromMilliseconds(59));
    }

    [Fact]
    public async Task OnVisibility_Hidden_RendersNothingUntilVisible()
    {
        await using var session = await OpenAsync();
        var cut = Render<GridView>(parameters => parameters.Add(view => view.Session, session));
        Book.Publish("TSLA", 251);
        await ShowsAsync(cut, "251");
        var grid = cut.FindComponent<LiveGrid>();

        await cut.InvokeAsync(() => grid.Instance.OnVisibility(false));
        var renders = grid.RenderCount;
        Book.Publish("TSLA", 252);
        await UntilAsync(() => PriceIn(session) == 252, step: 50);

        Assert.Equal(renders, grid.RenderCount);

        var shown = 0;
        session.Changed += () => shown++;

        await cut.InvokeAsync(() => grid.Instance.OnVisibility(true));

        // At once, or when the pace of the batch before allows it.
        await ShowsAsync(cut, "252", step: 1);
        // The page draws before it calls other listeners: the count is right after this dispatch.
        await cut.InvokeAsync(() => Assert.Equal(1, shown));
    }

    [Theory]
    [InlineData(FeedState.Snapshot, "Nothing is sent.", "Nothing is sent.")]
    [InlineData(FeedState.Reconnecting, "http://a: refused", "http://a: refused. These are the last rows that came.")]
    [InlineData(FeedState.Failed, "It is over.", "It is over. These are the last rows that came.")]
    public async Task Render_RowsAndAProblem_SaysInWholeSentencesWhatTheRowsAre(FeedState state, string reason, string said)
    {
        var feed = new ScriptedFeed(Clock) { OnSnapshot = static () => Task.FromResult(JsonText.Parse("""[{"id":"a"}]""")) };
        await using var session = new GridSession(
            new GridModel(Widget.Of("""[{"field":"id","headerName":"Id"}]"""), new GridModelOptions()),
            feed, new FeedSessionOptions(), Clock, Renderer.Dispatcher.InvokeAsync);
        await session.OpenAsync(JsObject.Empty);
        var cut = Render<GridView>(parameters => parameters.Add(view => view.Session, session));

        feed.Become(state, reason);

        await UntilAsync(() => cut.FindAll("[data-testid=feed-problem]").Count == 1, step: 1);
        Assert.Equal(said, cut.Find("[data-testid=feed-problem]").TextContent.Trim());
    }

    [Theory]
    [InlineData("id", "omitted-rows", "Shows the first 5 of 1 200 rows: a grid holds at most 10 cells.")]
    [InlineData(null, "trimmed-rows", "The newest 5 rows are kept; 1,195 older ones were dropped: a grid holds at most 10 cells.")]
    public async Task Render_MoreRowsThanFit_SaysSo(string? rowId, string testId, string said)
    {
        var rows = JsValue.FromList([.. Enumerable.Range(0, 1200).Select(static i => (JsValue)JsObject.Create(("id", i), ("n", i)))]);
        var feed = new ScriptedFeed(Clock) { OnSnapshot = () => Task.FromResult(rows) };
        await using var session = new GridSession(
            new GridModel(Widget.Of("[]", rowId), new GridModelOptions { MaxCells = 10 }),
            feed, new FeedSessionOptions(), Clock, Renderer.Dispatcher.InvokeAsync);
        await session.OpenAsync(JsObject.Empty);

        var cut = Render<GridView>(parameters => parameters.Add(view => view.Session, session));

        Assert.Equal(said, cut.Find($"[data-testid={testId}]").TextContent.Trim());
    }

    private async Task<GridSession> OpenAsync()
    {
        var session = Services.GetRequiredService<PreviewFactory>()
            .CreateSession(Source, SampleWidgets.LiveGrid(), MergePolicy.Documented, Renderer.Dispatcher.InvokeAsync);
        await session.OpenAsync(JsObject.Create(("symbol", "TSLA")));
        return session;
    }

    private Task ShowsAsync(IRenderedComponent<GridView> cut, string price, int step = 0) => UntilAsync(() => Price(cut) == price, step);

    private async Task UntilAsync(Func<bool> condition, int step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromMilliseconds(step));
            // Each step is given time to have its effect before the next.
            for (var i = 0; i < 200 && !condition(); i++)
            {
                await Task.Yield();
            }
        }
    }

    private static string Price(IRenderedComponent<GridView> cut) =>
        cut.Find("[data-testid=cell-TSLA-price] .lg-text").TextContent;

    private static double PriceIn(GridSession session) =>
        session.Model.TryGetRow("TSLA", out var row) ? row["price"].Number : double.NaN;
}
