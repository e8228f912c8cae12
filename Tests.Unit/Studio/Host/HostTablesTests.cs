using Bunit;
using LiveGridStudio.App.Studio.Host;
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
}
