using LiveGridStudio.Shared.Grid.Cells;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>A hover card and where it stands in the window.</summary>
internal sealed record ShownCard(CellHoverCard Content, string Style);
