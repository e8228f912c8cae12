using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>The preview page plays a recording of the host's folder.</summary>
public sealed class RecordingPreviewTests : StudioContext
{
    private const string Header =
        """{"at":0,"kind":"state","content":{"recording":1,"widgetId":"prices","widget":{"name":"Old prices","description":"","type":"live_grid","endpoint":"gone","wsEndpoint":"gone_ws","params":[{"paramName":"desk","type":"text","value":"all"}],"data":{"wsRowIdColumn":"symbol","table":{"columnsDefs":[{"field":"symbol"},{"field":"price","renderFn":"showCellChange"}]}}}}}""";

    private readonly RemoteSetup _setup = new();

    public RecordingPreviewTests() => Services.AddTransient(_ => new SourceSelector(Source, _setup.Connector, Clock));

    [Fact]
    public async Task Open_Recording_PlaysItWithItsOwnTimes()
    {
        Recordings.Write("a-1.jsonl", $$$"""
            {{{Header}}}
            {"at":1,"kind":"params","content":{"desk":["fx","rates"]}}
            {"at":10,"kind":"snapshot","content":[{"symbol":"X","price":1},{"symbol":"Y","price":5}]}
            damaged
            {"at":5000,"kind":"frame","content":{"symbol":"X","price":2}}
            """);

        var cut = Open("?recording=a-1.jsonl&backend=http://127.0.0.1:1&widget=other");
        await AdvanceUntilAsync(() => cut.FindAll("[data-testid=cell-X-price]").Count == 1);
        Assert.Equal("Old prices", cut.Find("h2").TextContent);
        Assert.Contains(cut.FindAll("input"), static input => input.GetAttribute("value") == "fx,rates");
        Assert.Equal("1", cut.Find("[data-testid=cell-X-price]").TextContent.Trim());

        await AdvanceUntilAsync(() => cut.Find("[data-testid=cell-X-price]").GetAttribute("data-change") == "up");
        Assert.EndsWith("2", cut.Find("[data-testid=cell-X-price]").TextContent.Trim());
        Assert.Equal("5", cut.Find("[data-testid=cell-Y-price]").TextContent.Trim());
        Assert.Empty(cut.FindAll("[data-testid=record]"));
    }

    [Fact]
    public async Task Open_NothingButDamageBehindTheHeader_SaysSo()
    {
        Recordings.Write("a-1.jsonl", Header + "\nx\ny\n");

        var cut = Open("?recording=a-1.jsonl");

        await AdvanceUntilAsync(() => cut.FindAll("[data-testid=feed-state]") is [var state] && state.TextContent.Contains("Failed", StringComparison.Ordinal));
        Assert.Contains("there is nothing in it", cut.Markup);
    }

    [Theory]
    [InlineData("no-such.jsonl", "This host has no recording of that name.")]
    [InlineData("../widgets.json", "This host has no recording of that name.")]
    [InlineData("empty.jsonl", "This file is not a recording. It is empty.")]
    [InlineData("text.jsonl", "This file is not a recording. Line 1: not JSON")]
    [InlineData("rows.jsonl", "This file is not a recording. Its first line does not say which widget it shows.")]
    [InlineData("newer.jsonl", "This file is not a recording. Its first line does not say which widget it shows.")]
    public void Open_WhatIsNoRecording_SaysWhy(string name, string expected)
    {
        Recordings.Write("empty.jsonl", "\n\n");
        Recordings.Write("text.jsonl", "hello\n" + Header);
        Recordings.Write("rows.jsonl", """{"at":1,"kind":"frame","content":[]}""");
        Recordings.Write("newer.jsonl", Header.Replace("\"recording\":1", "\"recording\":2", StringComparison.Ordinal));

        var cut = Open($"?recording={Uri.EscapeDataString(name)}");

        cut.WaitForAssertion(() => Assert.Contains(expected, cut.Find("[role=alert]").TextContent));
        Assert.Contains("The recording cannot be shown", cut.Markup);
        Assert.DoesNotContain("..", cut.Find("[role=alert] p").TextContent, StringComparison.Ordinal);
        string[] others = ["empty.jsonl", "newer.jsonl", "rows.jsonl", "text.jsonl"];
        Assert.Equal(others.Where(other => other != name), cut.FindAll("[data-testid=recordings] a").Select(static link => link.TextContent).Order(StringComparer.Ordinal));
        Assert.Empty(cut.FindAll("[data-testid^=card-]"));
    }

    [Fact]
    public void Open_NoSuchRecording_OffersTheOthersInTheSameManner()
    {
        Recordings.Write("a-1.jsonl", Header);

        var cut = Open("?recording=no-such.jsonl&speed=2&loop=true&theme=light&merge=workspace&backend=http://127.0.0.1:1&symbol=A");

        cut.WaitForAssertion(() => Assert.Equal(
            "preview?merge=workspace&theme=light&recording=a-1.jsonl&speed=2&loop=true", cut.Find("[data-testid=recordings] a").GetAttribute("href")));
    }

    [Fact]
    public async Task Open_MergeOfWorkspace_IsFollowed()
    {
        Recordings.Write("a-1.jsonl", Header + "\n" + """{"at":10,"kind":"snapshot","content":[{"symbol":"X","price":1}]}""");

        var cut = Open("?recording=a-1.jsonl&merge=workspace");

        await AdvanceUntilAsync(() => cut.FindAll("[data-testid=cell-X-price]").Count == 1);
        Assert.Equal(MergePolicy.Workspace, cut.FindComponent<PreviewCard>().Instance.Preview.Policy);
    }

    [Fact]
    public void Open_SavingIsOff_SaysWhichSetting()
    {
        Recordings.Write("a-1.jsonl", Header);
        Saving.Refusal = "Saving is switched off by the setting Studio:SaveEnabled.";

        var cut = Open("?recording=a-1.jsonl");

        cut.WaitForAssertion(() => Assert.Contains("Studio:SaveEnabled", cut.Find("[role=alert]").TextContent));
        Assert.Empty(cut.FindAll("[data-testid=recordings]"));
    }

    private IRenderedComponent<PreviewPage> Open(string query)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("preview" + query);
        return Render<PreviewPage>();
    }

    /// <summary>Lets the time of the recording pass, a little at a time.</summary>
    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.AnswersAsync(async () =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(50));
        return await Renderer.Dispatcher.InvokeAsync(condition);
    });
}
