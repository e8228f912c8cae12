using Bunit;
using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class HostTablesTests : StudioContext
{
    [Fact]
    public void Render_Quotes_SaysRowsAndReaders()
    {
        using var reader = Book.Subscribe(["TSLA"]);

        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, Tables));

        Assert.Equal(["quotes", "5", "1"], cut.FindAll("[data-testid=host-table-quotes] > *").Select(static cell => cell.TextContent));
        Assert.Equal("/live_grid_data, /live_grid_ws", cut.Find("[data-testid=host-table-quotes] th").GetAttribute("title"));
    }

    [Fact]
    public void Render_ManyTables_SaysHowManyMore()
    {
        var many = new LiveTables(
            Enumerable.Range(0, 20).Select(static i => new TableQuery(new LiveTable($"t{i}", new TableOptions(), TestBook.Clock()))));

        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, many));

        Assert.Equal(12, cut.FindAll("tbody tr").Count);
        Assert.Contains("And 8 more", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TableThatNoWidgetShows_CanGetOne()
    {
        LiveTable? made = null;
        var shown = new LiveTable("shown", new TableOptions { Endpoint = "path/shown" }, TestBook.Clock());
        var live = new LiveTable("live", new TableOptions(), TestBook.Clock());
        var orders = new LiveTable("orders", new TableOptions(), TestBook.Clock());
        var tables = new LiveTables(new[] { shown, live, orders }.Select(static table => new TableQuery(table)));
        WidgetDefinition[] widgets =
        [
            WidgetDefinition.Read("a", JsonText.Parse("""{"endpoint": "/path/shown?desk=fx"}""")),
            WidgetDefinition.Read("b", JsonText.Parse("""{"endpoint": "elsewhere", "wsEndpoint": "live_ws"}""")),
        ];

        var cut = Render<HostTables>(parameters => parameters
            .Add(host => host.Tables, tables)
            .Add(host => host.Widgets, widgets)
            .Add(host => host.OnMake, table => made = table));

        cut.Find("[data-testid^=make-widget-]").Click();
        Assert.Same(orders, made);
        Assert.Single(cut.FindAll("[data-testid^=make-widget-]"));
    }

    [Fact]
    public void Render_ManyTables_ListsFirstTheOneThatNeedsAWidget()
    {
        var many = new LiveTables(
            Enumerable.Range(0, 20).Select(static i => new TableQuery(new LiveTable($"t{i}", new TableOptions(), TestBook.Clock()))));
        WidgetDefinition[] widgets =
            [.. Enumerable.Range(0, 19).Select(static i => WidgetDefinition.Read($"w{i}", JsObject.Create(("endpoint", $"t{i}"))))];

        var cut = Render<HostTables>(parameters => parameters.Add(host => host.Tables, many).Add(host => host.Widgets, widgets));

        Assert.Equal(["host-table-t19", "host-table-t0"], cut.FindAll("tbody tr").Take(2).Select(static row => row.GetAttribute("data-testid")));
    }
}
