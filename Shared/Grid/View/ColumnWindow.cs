namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The columns between the pinned ones that are in the page: from <paramref name="First"/> on, <paramref name="Count"/> of them.</summary>
internal readonly record struct ColumnWindow(int First, int Count)
{
    /// <value>The place after the last one.</value>
    public int End => First + Count;
}
