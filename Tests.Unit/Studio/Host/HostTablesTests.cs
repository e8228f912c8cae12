using Bunit;
using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class HostTablesTests : StudioContext
{
    [Fact]
    public void Render_Quotes_SaysRowsRateAndReaders()
    {
        using var reader = Book.Subscribe(["TSLA"]);
        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, Tables));
        Assert.Equal(["quotes", "5", "–", "1"], Cells(cut, "host-table-quotes"));
        Assert.Equal("/live_grid_data, /live_grid_ws", cut.Find("[data-testid=host-table-quotes] th").GetAttribute("title"));

        Book.Publish("TSLA", 250);
        Book.Publish("AAPL", 150);
        Clock.Advance(TimeSpan.FromSeconds(1));
        cut.Render(parameters => parameters.Add(tables => tables.Tables, Tables));

        Assert.Equal(["quotes", "5", "2", "1"], Cells(cut, "host-table-quotes"));
        Assert.Equal("/tables/quotes", cut.Find("[data-testid=host-table-quotes] a").GetAttribute("href"));
    }

    [Fact]
    public void Render_SourceThatFails_SaysWhyAndWhenItIsTriedAgain()
    {
        Book.Table.Source.Begin(new PushSource());
        Book.Table.Source.Retry("<b>HTTP 500</b>", TestBook.Start.AddSeconds(4));

        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, Tables));

        var source = cut.Find("[data-testid=host-source-quotes]");
        Assert.Equal("push, tried again in 4 s: <b>HTTP 500</b>", string.Join(' ', source.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("host-tables-bad", source.ClassName, StringComparison.Ordinal);
        Assert.Equal("<b>HTTP 500</b>", source.QuerySelector("span")!.GetAttribute("title"));
    }

    [Fact]
    public void Render_SourceThatHadAProblem_SaysHowLongAgo()
    {
        Book.Table.Source.Begin(new PushSource());
        Book.Table.Source.Run();
        Book.Table.Source.Took([TableChange.Full(5)]);
        Clock.Advance(TimeSpan.FromSeconds(70));

        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, Tables));

        Assert.Contains("70 s ago: a row was refused: the table is full", cut.Find("[data-testid=host-source-quotes]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyTables_SaysHowManyMore()
    {
        var many = new LiveTables(
            Enumerable.Range(0, 20).Select(static i => new TableQuery(new LiveTable($"t{i}", new TableOptions(), TestBook.Clock()))));

        var cut = Render<HostTables>(parameters => parameters.Add(tables => tables.Tables, many));

        Assert.Equal(12, cut.FindAll("tbody").Count);
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

        Assert.Equal(["host-table-t19", "host-table-t0"], cut.FindAll("tbody tr:first-child").Take(2).Select(static row => row.GetAttribute("data-testid")));
    }

    [Fact]
    public void Page_RowsOfATable_ShowsThemAsTheyChangeAndFindsSome()
    {
        var cut = Render<TableRowsPage>(parameters => parameters.Add(page => page.Name, "QUOTES"));
        Assert.Equal(5, cut.FindAll("tbody tr").Count);
        Assert.Equal(["AAPL", "\"2026-06-01\"", "\"AAPL\"", "150"], cut.FindAll("tbody tr:first-child > *").Take(4).Select(static cell => cell.TextContent));

        Book.Publish("AAPL", 151);
        Clock.Advance(TimeSpan.FromSeconds(1));
        cut.WaitForAssertion(() => Assert.Equal("151", cut.FindAll("tbody tr:first-child > *")[3].TextContent));

        cut.Find("[data-testid=table-search]").Input("msft");
        Assert.Equal("MSFT", Assert.Single(cut.FindAll("tbody th")).TextContent);
        cut.Find("[data-testid=table-search]").Input("nothing like it");
        Assert.Contains("No row has this text", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_UnknownTable_NamesThoseThereAre()
    {
        var cut = Render<TableRowsPage>(parameters => parameters.Add(page => page.Name, "<nope>"));

        Assert.Contains("There is no such table", cut.Markup, StringComparison.Ordinal);
        Assert.Contains("This host has quotes.", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void View_ManyRowsAndColumns_AreShownPageByPage()
    {
        var table = new LiveTable("many", new TableOptions { Key = { "id" } }, Clock);
        for (var i = 0; i < 250; i++)
        {
            table.Write(JsObject.Create([("id", i), .. Enumerable.Range(0, 50).Select(column => ($"c{column}", (JsValue)new string('x', 200)))]));
        }

        var sut = new TableView(table);
        Assert.Equal((100, 40, 11, "1 to 100 of 250", true), (sut.Rows.Count, sut.Columns.Count, sut.HiddenColumns, sut.Place, sut.HasMore));
        Assert.Equal(121, TableView.Cell(sut.Rows[0].Values["c0"]).Length);

        sut.Turn(2);
        Assert.Equal((50, "201 to 250 of 250", false), (sut.Rows.Count, sut.Place, sut.HasMore));

        for (var i = 50; i < 250; i++)
        {
            table.Remove($"{i}");
        }

        sut.Refresh();
        Assert.Equal((0, 50, ""), (sut.Page, sut.Rows.Count, sut.Place));
    }

    [Fact]
    public void View_TableThatAppends_ShowsTheNewestFirst()
    {
        var table = new LiveTable("trades", new TableOptions { Keep = 3 }, Clock);
        for (var i = 0; i < 5; i++)
        {
            table.Write(JsObject.Create(("n", i)));
        }

        Assert.Equal(["#5", "#4", "#3"], new TableView(table).Rows.Select(static row => row.Id));
    }

    private static IEnumerable<string> Cells(IRenderedComponent<HostTables> cut, string row) =>
        cut.FindAll($"[data-testid={row}] > *").Select(static cell => cell.TextContent);
}
