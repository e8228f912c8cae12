using LiveGridStudio.Shared.Grid.Cells;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>A hover card and its position in the window.</summary>
internal sealed record ShownCard(CellHoverCard Content, string Style);
