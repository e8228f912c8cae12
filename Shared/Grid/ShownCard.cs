namespace LiveGridStudio.Shared.Grid;

/// <summary>A hover card and where it stands in the window.</summary>
internal sealed record ShownCard(CellHoverCard Content, string Style);
