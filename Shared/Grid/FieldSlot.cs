namespace LiveGridStudio.Shared.Grid;

/// <summary>One field of a grid's rows.</summary>
/// <param name="Field">Its key.</param>
/// <param name="IsLive">Whether messages may change it.</param>
/// <param name="Dependents">Indexes of the columns that show it or are coloured by it.</param>
/// <param name="KeyedCells">Indexes of the columns that keep the colour of its old value.</param>
internal sealed record FieldSlot(string Field, bool IsLive, int[] Dependents, int[] KeyedCells);
