using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>A field for a text: outlined and dense.</summary>
public sealed class TextBox : MudTextField<string>
{
    public TextBox() => (Variant, Margin) = (Variant.Outlined, Margin.Dense);
}
