using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author edits a definition as text and as a form, side by side with its preview.</summary>
public sealed class DefinitionJourney(BrowserFixture browser, SharedHostFixture shared) : Journey(browser), IDisposable
{
    private const string Definition =
        """
        {
          "w": {
            "name": "W",
            "description": "",
            "type": "live_grid",
            "endpoint": "live_grid_data",
            "wsEndpoint": "live_grid_ws",
            "data": {
              "wsRowIdColumn": "symbol",
              "table": {
                "columnsDefs": [
                  { "field": "symbol", "headerName": "Symbol" },
                  { "field": "price", "headerName": "Price" },
                  { "field": "change", "headerName": "Change" },
                  { "field": "change", "headerName": "Change again" }
                ]
              }
            },
            "params": [{ "paramName": "symbol", "value": "TSLA" }]
          }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");

    private string WidgetsFile => Path.Combine(_folder.FullName, "widgets.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Type_ValidEdit_IsPreviewedAtOnce()
    {
        var (studio, editor) = await OpenEditorAsync();

        await editor.ReplaceAsync("Price", "Last price");

        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await Expect(studio.Page.GetByTestId("editor-state")).ToHaveTextAsync("Not saved");
        await Expect(studio.Cell("TSLA", "symbol")).ToHaveTextAsync("TSLA");
    }

    [Fact]
    public async Task Reload_WithEditsThatAreNotSaved_BringsThemBack()
    {
        var (studio, editor) = await OpenEditorAsync();
        await editor.ReplaceAsync("Price", "Last price");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await studio.Page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('Last price'))");

        await studio.Page.ReloadAsync();

        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await Expect(studio.Page.GetByTestId("editor-note")).ToContainTextAsync("is back");
        await studio.WaitForEditorAsync();
        await studio.Page.GetByTestId("undo").ClickAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Price");
        await studio.Page.WaitForFunctionAsync("() => !Object.values(sessionStorage).some(kept => kept.includes('Last price'))");
    }

    [Fact]
    public async Task Tab_InTheText_GoesOnAndChangesNothing()
    {
        var (studio, editor) = await OpenEditorAsync();
        await studio.Page.GetByTestId("download").FocusAsync();

        await studio.Page.Keyboard.PressAsync("Tab");
        await Expect(editor.Area).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Tab");

        await Expect(editor.Area).Not.ToBeFocusedAsync();
        await Expect(studio.Page.GetByTestId("editor-state")).ToHaveTextAsync("No changes");
    }

    [Fact]
    public async Task Type_InvalidEdit_KeepsTheLastGoodPreviewAndMarksThePlace()
    {
        var (studio, editor) = await OpenEditorAsync();

        await editor.ReplaceAsync("\"symbol\", \"headerName\"", "oops, \"headerName\"");

        await Expect(studio.Page.GetByTestId("editor-state")).ToHaveTextAsync("Not JSON");
        await Expect(editor.ErrorMarks).Not.ToHaveCountAsync(0);
        await Expect(studio.Page.Locator(".problem-error").First).ToContainTextAsync("line 11");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Symbol");
        await Expect(studio.Cell("TSLA", "symbol")).ToHaveTextAsync("TSLA");
        await Expect(studio.Page.GetByTestId("save")).ToBeDisabledAsync();

        await studio.Page.GetByTestId("undo").ClickAsync();
        await Expect(studio.Page.GetByTestId("editor-state")).ToHaveTextAsync("No changes");
        await Expect(editor.ErrorMarks).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Jump_FromAProblem_SelectsItsPlaceInTheText()
    {
        var (studio, editor) = await OpenEditorAsync();
        await studio.TabAsync("Columns");

        await studio.Page.GetByTestId("jump-LG011").First.ClickAsync();

        await Expect(editor.Area).ToBeVisibleAsync();
        await Expect(editor.Area).ToBeFocusedAsync();
        Assert.Contains("change", await editor.SelectionAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_AfterFormAndText_CrossesBoth()
    {
        var (studio, editor) = await OpenEditorAsync();
        await editor.ReplaceAsync("Symbol", "Ticker");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Ticker");

        await studio.TabAsync("Columns");
        await Expect(studio.Page.GetByTestId("header-symbol")).ToHaveValueAsync("Ticker");
        await studio.Page.GetByTestId("header-symbol").FillAsync("Instrument");
        await studio.Page.GetByTestId("header-symbol").BlurAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Instrument");
        await studio.Page.GetByTestId("down-symbol").ClickAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Price");

        await studio.TabAsync("Definition");
        await Expect(editor.Text).ToContainTextAsync("Instrument");
        await studio.Page.GetByTestId("undo").ClickAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Instrument");
        await studio.Page.GetByTestId("undo").ClickAsync();
        await Expect(editor.Text).ToContainTextAsync("Ticker");
        await editor.Area.FocusAsync();
        await studio.Page.Keyboard.PressAsync("Control+z");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Symbol");
        await studio.Page.GetByTestId("redo").ClickAsync();
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Ticker");
    }

    [Fact]
    public async Task Copy_EditedText_IsOnTheClipboardAndInTheDownload()
    {
        var (studio, editor) = await OpenEditorAsync();
        await studio.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await editor.ReplaceAsync("Symbol", "Ticker ß €");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Ticker ß €");

        await studio.Page.GetByTestId("copy").ClickAsync();
        await Expect(studio.Page.GetByTestId("editor-note")).ToContainTextAsync("Copied");
        var copied = await studio.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var download = await studio.Page.RunAndWaitForDownloadAsync(() => studio.Page.GetByTestId("download").ClickAsync());

        Assert.Contains("\"Ticker ß €\"", copied, StringComparison.Ordinal);
        Assert.Equal("w.json", download.SuggestedFilename);
        Assert.Equal(copied, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task Save_FileChangedMeanwhile_IsRefusedAndNothingIsLost()
    {
        var (studio, editor) = await OpenEditorAsync();
        await editor.ReplaceAsync("Symbol", "Mine");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Mine");
        var theirs = Definition.Replace("Change again", "Theirs", StringComparison.Ordinal);
        await File.WriteAllTextAsync(WidgetsFile, theirs);

        await studio.Page.GetByTestId("save").ClickAsync();

        await Expect(studio.Page.GetByTestId("editor-note")).ToContainTextAsync("has changed since this definition was loaded");
        Assert.Equal(theirs, await File.ReadAllTextAsync(WidgetsFile));
        await Expect(editor.Text).ToContainTextAsync("Mine");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("Mine");
    }

    [Fact]
    public async Task Leave_WhileTheEditorComesUp_KeepsThePageAlive()
    {
        HasEditor = true;
        var studio = await OpenAsync(shared.Host);
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");

        for (var i = 0; i < 5; i++)
        {
            await studio.Page.GetByTestId("use-paste").ClickAsync();
            await studio.Page.GetByLabel("Definition (JSON)").FillAsync($$"""{"name":"P{{i}}","description":"","type":"table","endpoint":"e"}""");
            await studio.Page.GetByTestId("paste-preview").ClickAsync();
            await studio.Page.GetByTestId("use-host").ClickAsync();
        }

        await Expect(studio.Heading).ToHaveTextAsync("Live Grid");
        await studio.WaitForEditorAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);
        Assert.Empty(ConsoleErrors);
    }

    private async Task<(StudioPageObject Studio, EditorPageObject Editor)> OpenEditorAsync()
    {
        HasEditor = true;
        await File.WriteAllTextAsync(WidgetsFile, Definition);
        var studio = await OpenAsync(StartQuietHost(("Widgets:Path", WidgetsFile)));
        await studio.WaitForEditorAsync();
        await Expect(studio.Rows).ToHaveCountAsync(1);
        return (studio, new EditorPageObject(studio.Page));
    }
}
