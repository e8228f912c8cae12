using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>A small button that is an icon alone; it needs an <c>aria-label</c>.</summary>
public sealed class SmallIconButton : MudIconButton
{
    public SmallIconButton() => Size = Size.Small;
}
