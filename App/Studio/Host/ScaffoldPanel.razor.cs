using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Scripts;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Host;

public sealed partial class ScaffoldPanel(WidgetCatalog catalog, CatalogWriter writer, TimeProvider timeProvider, IJSRuntime js)
    : ComponentBase, IAsyncDisposable
{
    private const int MostColumns = 100;
    private const int MostFindings = 20;

    /// <summary>Letters of the definition that the page shows; copying and saving take all of it.</summary>
    private const int MostText = 50_000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>A definition is made anew once typing pauses.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(250);

    private readonly PageScript _script = new(js, "./Studio/Host/ScaffoldPanel.razor.js");
    private ElementReference _root;
    private TableScaffold _scaffold = null!;
    private ITimer? _looking;
    private SaveOutcome? _outcome;
    private string? _copied;
    private bool _isSaving;

    /// <value>The table; another one takes another panel.</value>
    [Parameter, EditorRequired]
    public required LiveTable Table { get; set; }

    /// <value>Raised with the id of the widget that was saved.</value>
    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    private bool CanSave => !_isSaving && writer.Obstacle is null && _scaffold is { IdProblem: null, Result.Check.Verdict.Valid: true };

    private string KeyWords => _scaffold.RowId.Count == 0
        ? "None: each message appends its rows."
        : _scaffold.RowId.SequenceEqual(Table.Options.Key)
            ? "These are the table's key: messages find their rows by it."
            : "This is not the table's key: messages may find other rows, or none.";

    /// <summary>What an empty table waits for.</summary>
    private string WaitingWords => Table.Source.Type == PushSource.Name
        ? $"As soon as a row comes in by POST /api/tables/{Table.Name}/rows, the definition appears here."
        : $"The definition appears here with the first row of its source ({Table.Source.Type})."
            + (Table.Source.LastProblem is { } problem ? $" The source says: {problem}" : "");

    private string ShownText => Ellipsis.Of(_scaffold.Result.Text, MostText);

    public async ValueTask DisposeAsync()
    {
        _looking?.Dispose();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _scaffold = new TableScaffold(Table, id => catalog.Current.Widgets.Value.Object.Has(id));
        _looking = timeProvider.CreateTimer(_ => _ = InvokeAsync(Look), null, LookInterval, LookInterval);
    }

    /// <summary>The dialog closes with Escape only while the focus is in it, and an empty table has nothing to go to.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _root.FocusAsync(preventScroll: true);
        }
    }

    private void Look()
    {
        if (_scaffold.Look())
        {
            StateHasChanged();
        }

        if (!_scaffold.IsLooking)
        {
            _looking?.Dispose();
        }
    }

    private void Choose(string column, bool isChosen) =>
        _scaffold.Choose(isChosen ? _scaffold.RowId.Append(column) : _scaffold.RowId.Where(other => other != column));

    private async Task SaveAsync()
    {
        if (!CanSave)
        {
            return;
        }

        var id = _scaffold.WidgetId;
        _isSaving = true;
        try
        {
            _outcome = await writer.AddAsync(id, _scaffold.Result.Definition);
        }
        finally
        {
            _isSaving = false;
        }

        if (_outcome.Saved)
        {
            await OnSaved.InvokeAsync(id);
        }
    }

    private async Task CopyAsync()
    {
        try
        {
            _copied = await _script.CallAsync<bool>("copy", _scaffold.Result.Document)
                ? "Copied."
                : "The browser did not copy it: select the text instead.";
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The page has gone, or it is unknown whether the text was copied.
        }
    }
}
