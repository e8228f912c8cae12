namespace LiveGridStudio.Shared.Grid.View;

/// <summary>A grid ordered by one column.</summary>
/// <param name="Field">The column.</param>
/// <param name="IsDescending">False sorts the smallest first.</param>
public readonly record struct GridSort(string Field, bool IsDescending);
