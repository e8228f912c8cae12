using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>A field with a list to choose from: outlined and dense.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
public sealed class SelectBox<T> : MudSelect<T>
{
    public SelectBox() => (Variant, Margin, Dense) = (Variant.Outlined, Margin.Dense, true);
}
