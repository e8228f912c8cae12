using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>How an edit of the definition, or another policy, changes the preview.</summary>
public sealed class CardEditTests : StudioContext
{
    private const string Definition =
        """
        {"name": "Prices", "description": "", "type": "live_grid", "endpoint": "rows", "wsEndpoint": "ws",
         "params": [{"paramName": "symbol", "label": "Symbol", "value": "A"}],
         "data": {"wsRowIdColumn": "id", "table": {"columnsDefs": [
           {"field": "id", "headerName": "Id"}, {"field": "n", "headerName": "N", "cellDataType": "number"}]}}}
        """;

    private readonly ScriptedSource _source;

    static CardEditTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public CardEditTests() => _source = new ScriptedSource(Clock)
    {
        OnFeed = static feed => feed.OnSnapshot = static () => Task.FromResult(JsonText.Parse("""[{"id":"x","n":1},{"id":"y","n":2}]""")),
    };

    [Theory]
    [InlineData("\"description\": \"\"", "\"description\": \"Other\"")]
    [InlineData("\"name\": \"Prices\"", "\"name\": \"Quotes\", \"category\": \"C\", \"gridData\": {\"w\": 20, \"h\": 9}")]
    public async Task Edit_OfWhatTheFeedAndTheGridDoNotRead_ChangesNeither(string before, string after)
    {
        var cut = RenderCard();
        var model = Session(cut).Model;
        await SortDownAsync(cut);

        await EditAsync(cut, before, after);

        Assert.Equal(["y", "x"], Ids(cut));
        Assert.Same(model, Session(cut).Model);
        Assert.Equal((1, 1), (_source.Feeds.Count, _source.Feed.Snapshots));
    }

    [Fact]
    public async Task Edit_OfAColumn_KeepsFeedSortAndWhatMessagesChanged()
    {
        var cut = RenderCard();
        await SortDownAsync(cut);
        _source.Feed.Send("""{"id":"x","n":5}""");
        await UntilAsync(() => Ids(cut) is ["x", "y"]);

        await EditAsync(cut, "\"headerName\": \"N\"", "\"headerName\": \"Number\"");

        cut.WaitForAssertion(() => Assert.Contains("Number", cut.Find("[role=columnheader][data-field=n]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["x", "y"], Ids(cut));
        Assert.Equal("5", Text(cut, "x"));
        Assert.Equal((1, 1, 1), (_source.Feeds.Count, _source.Feed.Opened.Count, _source.Feed.Snapshots));

        _source.Feed.Send("""{"id":"y","n":7}""");
        await UntilAsync(() => Text(cut, "y") == "7");
    }

    [Fact]
    public async Task Policy_Switched_KeepsFeedAndSort()
    {
        var cut = RenderCard();
        await SortDownAsync(cut);

        cut.Find("[data-testid=merge-workspace]").Change("workspace");

        cut.WaitForAssertion(() => Assert.Equal(MergePolicy.Workspace, Session(cut).Model.Options.MergePolicy));
        Assert.Equal(["y", "x"], Ids(cut));
        Assert.Single(_source.Feeds);
    }

    [Theory]
    [InlineData("\"endpoint\": \"rows\"", "\"endpoint\": \"other\"")]
    [InlineData("\"wsEndpoint\": \"ws\"", "\"wsEndpoint\": \"other\"")]
    [InlineData("\"type\": \"live_grid\"", "\"type\": \"table\"")]
    [InlineData("\"value\": \"A\"", "\"value\": \"B\"")]
    public async Task Edit_OfWhatTheFeedReads_OpensAnotherFeed(string before, string after)
    {
        var cut = RenderCard();

        await EditAsync(cut, before, after);

        cut.WaitForAssertion(() => Assert.Equal((2, 1), (_source.Feeds.Count, _source.Feed.Opened.Count)));
        Assert.True(_source.Feeds[0].IsClosed);
    }

    [Fact]
    public async Task Edit_OfAPastedWidget_KeepsItsFeedAndTheLoop()
    {
        var sample = SampleText.Read(Definition, """[{"id":"x","n":1}]""", """{"id":"x","n":9}""", out _)!;
        var source = new SampleSource(sample, Clock);
        var cut = RenderCard(source);
        var feed = source.Feed!;
        feed.StartLoop(TimeSpan.FromSeconds(1));
        await UntilAsync(() => Text(cut, "x") == "9");

        await EditAsync(cut, "\"description\": \"\"", "\"description\": \"Other\"");
        await EditAsync(cut, "\"headerName\": \"N\"", "\"headerName\": \"Number\"");
        await EditAsync(cut, "\"endpoint\": \"rows\"", "\"endpoint\": \"other\"");
        cut.Find("[data-testid=merge-workspace]").Change("workspace");

        Assert.Equal("9", Text(cut, "x"));
        Assert.Same(feed, source.Feed);
        Assert.True(feed.IsLooping);
    }

    private static string[] Ids(IRenderedComponent<PreviewCard> cut) =>
        [.. cut.FindAll("[data-row-id]").Select(static row => row.GetAttribute("data-row-id")!)];

    private static string Text(IRenderedComponent<PreviewCard> cut, string id) =>
        cut.Find($"[data-testid=cell-{id}-n]").TextContent.Trim();

    private static GridSession Session(IRenderedComponent<PreviewCard> cut) => cut.FindComponent<GridView>().Instance.Session;

    private static async Task SortDownAsync(IRenderedComponent<PreviewCard> cut)
    {
        var grid = cut.FindComponent<LiveGrid>().Instance;
        await cut.InvokeAsync(() => grid.OnSort(1));
        await cut.InvokeAsync(() => grid.OnSort(1));
        cut.WaitForAssertion(() => Assert.Equal(["y", "x"], Ids(cut)));
    }

    /// <summary>Advances the time frame by frame, because a batch may wait for the pace of the one before.</summary>
    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            await Task.Yield();
        }
    }

    private static async Task EditAsync(IRenderedComponent<PreviewCard> cut, string before, string after)
    {
        var text = JsonText.Stringify(cut.Instance.Preview.Widget.Raw);
        var edited = text.Replace(Compact(before), Compact(after), StringComparison.Ordinal);
        Assert.NotEqual(text, edited);
        await cut.InvokeAsync(() => cut.Instance.Preview.Show(WidgetDefinition.Read("w", JsonText.Parse(edited))));
    }

    private static string Compact(string json) => json.Replace("\": ", "\":", StringComparison.Ordinal)
        .Replace(", \"", ",\"", StringComparison.Ordinal);

    private IRenderedComponent<PreviewCard> RenderCard(IWidgetSource? source = null)
    {
        var cut = RenderPreview(source ?? _source, WidgetDefinition.Read("w", JsonText.Parse(Definition)));
        cut.WaitForElement("[data-testid=cell-x-n]");
        return cut;
    }
}
