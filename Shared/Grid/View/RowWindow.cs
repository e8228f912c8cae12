namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The rows that are in the page: from <paramref name="First"/> on, at most <paramref name="Count"/>.</summary>
internal readonly record struct RowWindow(int First, int Count);
