using BlazorMonaco.Editor;

namespace LiveGridStudio.App.Studio.Definition;

/// <summary>How Monaco shows a definition.</summary>
internal static class EditorOptions
{
    public static StandaloneEditorConstructionOptions For(DefinitionDraft draft) => new()
    {
        Value = draft.Text,
        Language = "json",
        AriaLabel = $"Definition of {draft.WidgetId} as JSON",
        AutomaticLayout = true,
        FontSize = 13,
        LineHeight = 20,
        FixedOverflowWidgets = true,
        Folding = true,
        LineNumbersMinChars = 3,
        Minimap = new EditorMinimapOptions { Enabled = false },
        OverviewRulerBorder = false,
        Padding = new EditorPaddingOptions { Top = 8, Bottom = 8 },
        ScrollBeyondLastLine = false,
        TabSize = 2,
        DetectIndentation = true,
        UnusualLineTerminators = "off",
        WordWrap = "on",
        WrappingIndent = "indent",
    };
}
