namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The colours of a cell; null is the theme's default.</summary>
public readonly record struct CellColors(string? Color, string? BackgroundColor);
