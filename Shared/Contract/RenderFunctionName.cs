namespace LiveGridStudio.Shared.Contract;

/// <summary>The cell renderings that Workspace knows, spelled as in <see cref="RenderFunctionNames"/>.</summary>
public enum RenderFunctionName
{
    GreenRed,
    TitleCase,
    HoverCard,
    CellOnClick,
    ColumnColor,
    ShowCellChange,
}
