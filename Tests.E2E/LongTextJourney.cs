using System.Collections.Concurrent;
using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>Texts that are much longer than a message of the page may be.</summary>
public sealed class LongTextJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser)
{
    private const int MostInMessage = 128 * 1024;
    private const string Letters = "ä€漢\U0001F600 ";

    private static readonly string Line = string.Concat(Enumerable.Repeat(Letters, 20));

    private readonly ConcurrentBag<int> _sent = [];

    [Fact]
    public async Task Paste_MoreThanAMebibyte_ComesInPieces()
    {
        var studio = await OpenPasteAsync();
        var rows = $"[{string.Join(",\n", Enumerable.Range(0, 3000).Select(static row => $$"""{"id":"r{{row}}","p":{{row}},"t":"{{string.Concat(Enumerable.Repeat(Letters, 40))}}"}"""))}]";
        Assert.True(rows.Length > 700_000);

        await studio.Page.GetByLabel("Definition (JSON)").FillAsync(Definition(notes: 1));
        await PutAsync(studio.Page.GetByLabel("Rows (JSON)"), rows);
        await studio.Page.GetByTestId("paste-preview").ClickAsync();

        await Expect(studio.Cell("r0", "t")).ToContainTextAsync(Line.Trim());
        await Expect(studio.Grid).ToHaveAttributeAsync("aria-rowcount", "3001");
        Assert.InRange(_sent.Max(), 40_000, MostInMessage);
    }

    [Fact]
    public async Task Edit_LongDefinition_IsPreviewedAndOutlivesAReload()
    {
        HasEditor = true;
        var studio = await OpenPasteAsync();
        var editor = new EditorPageObject(studio.Page);
        await PutAsync(studio.Page.GetByLabel("Definition (JSON)"), Definition(notes: 1000));
        await studio.Page.GetByLabel("Rows (JSON)").FillAsync("""[{"id":"a","p":1}]""");
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");
        await studio.WaitForEditorAsync();
        await Expect(editor.Text).ToContainTextAsync("columnsDefs");

        await editor.ReplaceAsync("Price", "Last price");

        var header = studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1);
        await Expect(header).ToHaveTextAsync("Last price");
        await studio.Page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('Last price'))");
        await studio.Page.ReloadAsync();
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("use-paste").ClickAsync();
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        await Expect(header).ToHaveTextAsync("Last price");
        Assert.InRange(_sent.Max(), 40_000, MostInMessage);
        // The page's initial address has no icon.
        Assert.DoesNotContain(ConsoleErrors, static error => !error.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paste_MoreThanAFieldTakes_IsCutAndThePageGoesOn()
    {
        var studio = await OpenPasteAsync();
        await studio.Page.GetByTestId("paste-close").ClickAsync();

        await studio.Page.GetByLabel("Backend", new() { Exact = true }).FillAsync(new string('\u0001', 300_000));
        await studio.Page.Keyboard.PressAsync("Tab");
        await studio.Page.GetByTestId("use-paste").ClickAsync();

        await Expect(studio.Page.GetByTestId("paste-panel")).ToBeVisibleAsync();
        Assert.InRange(_sent.Max(), 1, MostInMessage);
    }

    [Fact]
    public async Task Paste_BeforeTheScriptOfTheFieldIsThere_IsPreviewedAllTheSame()
    {
        var script = new TaskCompletionSource();
        var studio = await OpenAsync(shared.Host, "/js/theme.js");
        await studio.Page.RouteAsync("**/LongTextField*.js", async route =>
        {
            await script.Task;
            await route.ContinueAsync();
        });
        await studio.Page.GotoAsync("/");
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("use-paste").ClickAsync();

        await studio.Page.GetByLabel("Definition (JSON)").FillAsync(Definition(notes: 1));
        await studio.Page.GetByLabel("Rows (JSON)").FillAsync("""[{"id":"a","p":1}]""");
        await studio.Page.GetByTestId("paste-preview").ClickAsync();
        script.SetResult();

        await Expect(studio.Cell("a", "p")).ToHaveTextAsync("1");
    }

    /// <summary>Sets the text as a paste does; Playwright would type each character.</summary>
    private static async Task PutAsync(ILocator field, string text) => await field.EvaluateAsync(
        """
        (field, text) => {
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
        """,
        text);

    /// <param name="notes">Number of extra lines.</param>
    private static string Definition(int notes) =>
        $$$"""
        {"name":"P","description":"","type":"live_grid","endpoint":"e","data":{"wsRowIdColumn":"id","table":{"columnsDefs":[
          {"field":"id","headerName":"Id"},{"field":"p","headerName":"Price"},{"field":"t","headerName":"T"}]}},
          "notes":[{{{string.Join(",\n", Enumerable.Range(0, notes).Select(static note => $"\"{note} {Line}\""))}}}]}
        """;

    private async Task<StudioPageObject> OpenPasteAsync()
    {
        var studio = await OpenAsync(shared.Host, "/js/theme.js");
        studio.Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => _sent.Add(frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await studio.Page.GotoAsync("/");
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("use-paste").ClickAsync();
        await Expect(studio.Page.GetByTestId("paste-panel")).ToBeVisibleAsync();
        return studio;
    }
}
