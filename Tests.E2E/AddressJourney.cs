using LiveGridStudio.Tests.E2E.Faulty;
using LiveGridStudio.Tests.E2E.Support;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author sends a colleague what is on the page, as an address.</summary>
public sealed class AddressJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    [Fact]
    public async Task Open_AddressWithEverything_ShowsAllOfIt()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend, "odd", "&symbol=NVDA&books=A,B&merge=workspace&theme=light");

        var socket = await WaitUntilLiveAsync(backend, studio);
        Assert.Equal("""{"type":"params","params":{"symbol":"NVDA","books":["A","B"]}}""", await socket.ReceiveAsync());
        await Expect(studio.Heading).ToHaveTextAsync("Odd <i>grid</i>");
        await Expect(studio.Param("symbol")).ToHaveValueAsync("NVDA");
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(studio.Page.GetByTestId("merge-workspace")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Work_OnACard_IsHeldByTheAddress()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(Host);
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.ConnectAsync(backend.Address);
        await Expect(studio.Rows).ToHaveCountAsync(4);
        await studio.Param("symbol").FillAsync("MSFT & co");
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("symbol=MSFT"));
        await studio.Page.GetByTestId("merge-workspace").ClickAsync();
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("merge=workspace"));
        var address = studio.Page.Url;

        var colleague = await OpenAsync(Host, address);
        await Expect(colleague.Rows).ToHaveCountAsync(4);
        await Expect(colleague.Page.GetByTestId("source-name")).ToContainTextAsync(backend.Address.Authority);
        await Expect(colleague.Param("symbol")).ToHaveValueAsync("MSFT & co");
        await Expect(colleague.Page.GetByTestId("merge-workspace")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Choose_OtherWidget_LeavesTheOldValuesBehind()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend, "odd", "&symbol=NVDA");
        await WaitUntilLiveAsync(backend, studio);

        await studio.Page.GetByTestId("widget-still").ClickAsync();

        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("widget=still"));
        await Expect(studio.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("symbol="));
        await Expect(studio.Heading).ToHaveTextAsync("Still table");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        Assert.Equal("", backend.Requests.Last(static request => request.Path == "/odd_table").Query);
    }

    [Fact]
    public async Task Click_Brand_GoesToTheStartAndBackGoesBack()
    {
        var backend = await StartOddAsync();
        var studio = await OpenAsync(backend, "still", "&merge=workspace");
        await Expect(studio.Heading).ToHaveTextAsync("Still table");
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("widget=still"));
        await studio.WaitForEditorAsync();

        await studio.Page.Locator(".studio-brand").ClickAsync();
        await Expect(studio.Page.GetByTestId("source-name")).ToHaveTextAsync("This host");
        await Expect(studio.Heading).ToHaveTextAsync("Live Grid");
        Assert.Equal("/", new Uri(studio.Page.Url).PathAndQuery);

        await studio.Page.GoBackAsync();
        await Expect(studio.Heading).ToHaveTextAsync("Still table");
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("widget=still&merge=workspace"));
    }

    [Fact]
    public async Task Switch_ThemeOfTheAddress_IsInTheAddressAndStandsOverAReload()
    {
        var studio = await OpenAsync(Host, "/?theme=light");
        await Expect(studio.Rows).ToHaveCountAsync(1);

        await studio.Page.GetByTestId("theme-switch").ClickAsync();
        await Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("theme=dark"));
        await studio.Page.ReloadAsync();

        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
