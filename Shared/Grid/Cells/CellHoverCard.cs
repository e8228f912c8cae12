namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The contents of a cell's hover card, with <c>{key}</c> already filled in.</summary>
public sealed record CellHoverCard(string? Title, string? Markdown);
