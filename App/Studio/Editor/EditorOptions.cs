using System.Text.Json;
using System.Text.Json.Serialization;
using BlazorMonaco.Editor;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The options of Monaco for a definition.</summary>
/// <remarks>
/// BlazorMonaco provides Monaco and the types of its options. Its component is not used: it creates editors through one runtime for all
/// pages of the process, so that one page's definition goes to the page that was opened last.
/// </remarks>
internal static class EditorOptions
{
    /// <summary>One instance for all pages, so that the metadata of Monaco's many options is built once.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Options for <c>monaco.editor.create</c>.</summary>
    public static JsonElement For(DefinitionDraft draft, string text) => JsonSerializer.SerializeToElement(Of(draft, text), Json);

    private static StandaloneEditorConstructionOptions Of(DefinitionDraft draft, string text) => new()
    {
        Value = text,
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
