namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>One field of a grid's rows.</summary>
/// <param name="Field">Its key.</param>
/// <param name="IsDeclared">Whether a column declares it.</param>
/// <param name="IsLive">Whether messages may change it.</param>
/// <param name="Dependents">Indexes of the columns that show it or are coloured by it; see also <see cref="GridLayout.DrawnFromAll"/>.</param>
/// <param name="Flashing">The column that shows its changes; null for none.</param>
/// <param name="IsKeptKey">Whether cells keep the colour of its old value until they change themselves.</param>
internal sealed record FieldSlot(string Field, bool IsDeclared, bool IsLive, int[] Dependents, GridColumn? Flashing, bool IsKeptKey)
{
    /// <value>The key whose value the flashing column's cells keep when they change; null for none.</value>
    public string? KeptKey { get; init; }
}
