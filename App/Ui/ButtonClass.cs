namespace LiveGridStudio.App.Ui;

/// <summary>
/// The classes of MudBlazor's small buttons, for buttons in plain markup: those that are on every page, or in each entry of a list. The
/// content is a <c>span</c> with the class <see cref="Label"/>.
/// </summary>
internal static class ButtonClass
{
    private const string Button = "mud-button-root mud-button mud-ripple ";

    public const string Label = "mud-button-label";

    /// <summary>An icon in the theme's primary colour.</summary>
    public const string Primary = "mud-primary-text";

    public const string Filled = Button + "mud-button-filled mud-button-filled-primary mud-button-filled-size-small mud-button-disable-elevation";

    public const string Outlined = Button + "mud-button-outlined mud-button-outlined-default mud-button-outlined-size-small";

    public const string OutlinedPrimary = Button + "mud-button-outlined mud-button-outlined-primary mud-button-outlined-size-small";

    public const string Text = Button + "mud-button-text mud-button-text-size-small";

    /// <summary>A small icon button.</summary>
    public const string Icon = "mud-button-root mud-icon-button mud-icon-button-size-small mud-ripple mud-ripple-icon";

    /// <summary>An icon button in the bar of the page.</summary>
    public const string BarIcon = "mud-button-root mud-icon-button mud-ripple mud-ripple-icon";
}
