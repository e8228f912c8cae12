using System.Text;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

/// <summary>A saved definition is served, and what it names answers. The real host, real clients.</summary>
public sealed class SavedScaffoldTests
{
    [Fact]
    public async Task Save_PushedTable_IsServedAndPassesTheCheck()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        await using var host = new StudioFactory(
            ("Widgets:Path", folder.Write("widgets.json", "{}")), ("Tables:orders:Key:0", "id"), ("Tables:orders:Required:0", "desk"), ("Tables:orders:SnapshotOnly:0", "placed"));
        using var client = new HttpClient { BaseAddress = host.Address };
        using var pushed = await client.PostAsync(
            "api/tables/orders/rows",
            new StringContent("""[{"id": 1, "desk": "fx", "price": 2.5, "placed": "2026-12-01"}]""", Encoding.UTF8, "application/json"),
            cancellation);
        Assert.True(pushed.IsSuccessStatusCode);
        var table = host.Services.GetRequiredService<LiveTables>().Find("orders")!.Table;
        var scaffold = new TableScaffold(table, static _ => false);

        var outcome = await host.Services.GetRequiredService<CatalogWriter>().AddAsync(scaffold.WidgetId, scaffold.Result.Definition);

        Assert.True(outcome.Saved, outcome.Message);
        var served = JsonText.Parse(await client.GetStringAsync("widgets.json", cancellation));
        Assert.Equal(scaffold.Result.Definition, served["orders"]);
        Assert.Equal(0, DocumentCheck.Of(DocumentKind.Widgets, served, cancellation).CountOf(FindingSeverity.Warning));
        var desk = served["orders"]["params"].List[0];
        var rows = await client.GetStringAsync($"{served["orders"]["endpoint"].Text}?{desk["paramName"].Text}={desk["value"].Text}&keep_open=1", cancellation);
        Assert.Equal("""[{"id":1,"desk":"fx","price":2.5,"placed":"2026-12-01"}]""", rows);
    }
}
