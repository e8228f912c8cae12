namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>What stands on a cell's hover card; in the texts, <c>{key}</c> is filled in.</summary>
public sealed record CellHoverCard(string? Title, string? Markdown);
