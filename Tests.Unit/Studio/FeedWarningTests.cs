using Bunit;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>A card whose rows Workspace's page could not read.</summary>
public sealed class FeedWarningTests : StudioContext
{
    static FeedWarningTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Card_RowsThatCorsWouldBlock_SaysSoUntilTheyMayBeRead()
    {
        using var setup = new RemoteSetup();
        await using var backend = await FaultyBackend.StartAsync();
        backend.AllowOrigin = "*";
        backend.Answer("/odd_rows", static context =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "https://<i>elsewhere</i>";
            return context.Response.WriteAsync(FaultyAnswers.Rows);
        });
        await using var source = new RemoteSource(await setup.ConnectAsync(backend.Address));
        Assert.Null(source.Warning);

        var cut = RenderPreview(source, source.Widgets.Single(static widget => widget.Id == "odd"));

        var note = cut.WaitForElement("[data-testid=feed-warning]");
        Assert.Contains("CORS would block this in Workspace because", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("/odd_rows", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("<i>elsewhere</i>", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("Live", cut.Find("[data-testid=feed-state]").TextContent.Trim());

        backend.Answer("/odd_rows", FaultyAnswers.Rows);
        cut.Find("[data-testid=refresh]").Click();
        cut.WaitForAssertion(() => Assert.Empty(cut.FindAll("[data-testid=feed-warning]")));
    }

    [Fact]
    public void Card_NothingToWarnOf_SaysNothing()
    {
        var cut = RenderPreview(Source, SampleWidgets.LiveGrid());

        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        Assert.Empty(cut.FindAll("[data-testid=feed-warning]"));
    }
}
