using MudBlazor;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// The colours and the typography of the studio: a trading workspace, dense and calm, dark by default. Both themes are sent as static style
/// sheets; the root's <c>data-theme</c> selects one, so that no open page holds its own copy.
/// </summary>
internal static class StudioTheme
{
    private static readonly string[] Typeface = ["Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"];

    public static MudTheme Dark { get; } = Make(ThemeChoice.Dark);

    public static MudTheme Light { get; } = Make(ThemeChoice.Light);

    private static MudTheme Make(string name) => new()
    {
        PseudoCss = new PseudoCss { Scope = $":root[data-theme='{name}']" },
        PaletteDark = new PaletteDark
        {
            Primary = "#4aa8e0",
            PrimaryContrastText = "#06121a",
            Background = "#0e1013",
            BackgroundGray = "#14161a",
            Surface = "#15181c",
            AppbarBackground = "#0e1013",
            AppbarText = "#e7eaee",
            TextPrimary = "#e7eaee",
            TextSecondary = "#a3acb8",
            TextDisabled = "#6b7480",
            ActionDefault = "#a3acb8",
            LinesDefault = "#262b32",
            LinesInputs = "#3a424d",
            Divider = "#262b32",
            TableLines = "#20242a",
            Success = "#22c55e",
            Error = "#ef4444",
            Warning = "#f0a93b",
            Info = "#4aa8e0",
        },
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6ea8",
            PrimaryContrastText = "#ffffff",
            Background = "#f3f5f7",
            BackgroundGray = "#eaedf0",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#15181c",
            TextPrimary = "#15181c",
            TextSecondary = "#525c68",
            TextDisabled = "#8b95a1",
            ActionDefault = "#525c68",
            LinesDefault = "#dde2e7",
            LinesInputs = "#b9c2cc",
            Divider = "#dde2e7",
            TableLines = "#e8ecf0",
            Success = "#15803d",
            Error = "#c62828",
            Warning = "#9a5b00",
            Info = "#0b6ea8",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Typeface, FontSize = "0.875rem", LineHeight = "1.43", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Typeface, FontSize = "1rem", FontWeight = "600", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = Typeface, FontSize = "0.9375rem", FontWeight = "600", LetterSpacing = "-0.005em" },
            // Used by fields: their text, and their labels inside the field.
            Subtitle1 = new Subtitle1Typography { FontFamily = Typeface, FontSize = "0.8125rem", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Typeface, FontSize = "0.8125rem", FontWeight = "500", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "48px" },
    };
}
