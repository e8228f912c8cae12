using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>A field that searches a long list: outlined and dense.</summary>
public sealed class SearchBox : MudAutocomplete<string>
{
    public SearchBox() => (Variant, Margin, Dense) = (Variant.Outlined, Margin.Dense, true);
}
