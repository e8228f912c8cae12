namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>A live table, and the source that writes its rows.</summary>
public sealed record TableFeed(LiveTable Table, ITableSource Source);
