using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Sources;

/// <summary>Makes the source of each live table from its settings, and closes their connections at the end.</summary>
internal sealed class SourceFactory(IServiceProvider services) : IDisposable
{
    private readonly List<Upstream> _upstreams = [];

    public TableFeed Create(ITableQuery query)
    {
        var source = query is QuoteBook ? services.GetRequiredService<QuoteSource>() : Create(query.Table.Options.Source);
        query.Table.Source.Begin(source);
        return new TableFeed(query.Table, source);
    }

    public void Dispose() => _upstreams.ForEach(static upstream => upstream.Dispose());

    /// <remarks>The settings were checked at the start (<see cref="SourceOptionsCheck"/>); a new type is added here and there.</remarks>
    private ITableSource Create(SourceOptions options) => options.Type.ToLowerInvariant() switch
    {
        PollSource.Name => new PollSource(UpstreamOf(options), options, Clock<PollSource>()),
        WebSocketSource.Name => new WebSocketSource(UpstreamOf(options), options, Clock<WebSocketSource>()),
        ReplaySource.Name => new ReplaySource(options, services.GetRequiredService<TimeProvider>()),
        PushSource.Name => new PushSource(),
        _ => throw new InvalidOperationException($"There is no source of type {options.Type}."),
    };

    private Upstream UpstreamOf(SourceOptions options)
    {
        var upstream = new Upstream(
            options,
            services.GetRequiredService<IOptions<ConnectOptions>>().Value,
            services.GetRequiredService<INameResolver>(),
            services.GetRequiredService<TimeProvider>());
        _upstreams.Add(upstream);
        return upstream;
    }

    private SourceClock Clock<T>() => new(
        services.GetRequiredService<TimeProvider>(), new Random(), services.GetRequiredService<ILogger<T>>());
}
