namespace LiveGridStudio.Shared.Tables;

/// <summary>The live tables of this host, by name and by the paths at which they are served. Immutable.</summary>
public sealed class LiveTables
{
    private readonly IReadOnlyList<ITableQuery> _all;

    /// <param name="tables">In the order in which they are listed; names and paths are distinct.</param>
    public LiveTables(IEnumerable<ITableQuery> tables) => _all = [.. tables];

    public IReadOnlyList<ITableQuery> All => _all;

    public ITableQuery? Find(string name) =>
        _all.FirstOrDefault(table => string.Equals(table.Table.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The table whose rows are served at a path, with or without slashes around it and a query behind it.</summary>
    public ITableQuery? ByEndpoint(string? path) => By(path, static table => table.Endpoint);

    /// <summary>The table whose changes are sent at a path.</summary>
    public ITableQuery? ByWsEndpoint(string? path) => By(path, static table => table.WsEndpoint);

    private ITableQuery? By(string? path, Func<LiveTable, string> served)
    {
        var plain = path?.Split('?')[0].Trim('/');
        return _all.FirstOrDefault(table => string.Equals(plain, served(table.Table), StringComparison.OrdinalIgnoreCase));
    }
}
