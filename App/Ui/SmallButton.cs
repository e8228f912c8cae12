using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>The button of the rooms: small and outlined, unless a parameter says otherwise.</summary>
public sealed class SmallButton : MudButton
{
    public SmallButton() => (Size, Variant) = (Size.Small, Variant.Outlined);
}
