namespace LiveGridStudio.Shared.Contract;

/// <summary>The render functions that Workspace knows, spelled as in <see cref="RenderFunctionNames"/>.</summary>
public enum RenderFunctionName
{
    GreenRed,
    TitleCase,
    HoverCard,
    CellOnClick,
    ColumnColor,
    ShowCellChange,
}
