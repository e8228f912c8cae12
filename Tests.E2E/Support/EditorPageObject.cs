using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>The text of the definition, as its author types in it.</summary>
internal sealed class EditorPageObject(IPage page)
{
    private const string Editor = "monaco.editor.getEditors().find(editor => editor.getDomNode()?.isConnected)";

    public ILocator Text => page.Locator(".editor-text .view-lines");

    /// <summary>The element that receives the keys.</summary>
    public ILocator Area => page.Locator(".editor-text textarea, .editor-text .native-edit-context").First;

    /// <summary>Wavy lines under what cannot be read or is refused.</summary>
    public ILocator ErrorMarks => page.Locator(".editor-text .squiggly-error");

    /// <summary>Selects the first place of a text and types over it.</summary>
    public async Task ReplaceAsync(string text, string by)
    {
        await page.EvaluateAsync(
            $$"""
            text => {
              const editor = {{Editor}};
              const [match] = editor.getModel().findMatches(text, false, false, true, null, false, 1);
              editor.setSelection(match.range);
              editor.focus();
            }
            """,
            text);
        await page.Keyboard.InsertTextAsync(by);
    }

    public Task<string> SelectionAsync() =>
        page.EvaluateAsync<string>($"(() => {{ const editor = {Editor}; return editor.getModel().getValueInRange(editor.getSelection()); }})()");
}
