namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The unpinned columns that are in the page: <paramref name="Count"/> of them, starting at <paramref name="First"/>.</summary>
internal readonly record struct ColumnWindow(int First, int Count)
{
    /// <value>The index after the last one.</value>
    public int End => First + Count;
}
