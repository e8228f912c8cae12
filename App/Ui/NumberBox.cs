using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>A field for a number: outlined and dense.</summary>
public sealed class NumberBox : MudNumericField<double?>
{
    public NumberBox() => (Variant, Margin) = (Variant.Outlined, Margin.Dense);
}
