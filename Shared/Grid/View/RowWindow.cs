namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The rows that are in the page: at most <paramref name="Count"/>, starting at <paramref name="First"/>.</summary>
internal readonly record struct RowWindow(int First, int Count);
