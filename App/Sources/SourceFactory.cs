using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>Makes the source of each live table from its settings.</summary>
internal sealed class SourceFactory(IServiceProvider services)
{
    public TableFeed Create(ITableQuery query)
    {
        var source = query is QuoteBook ? (ITableSource)services.GetRequiredService<QuoteSource>() : new PushSource();
        query.Table.Source.Begin(source);
        return new TableFeed(query.Table, source);
    }
}
