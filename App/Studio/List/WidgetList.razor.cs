using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.List;

public sealed partial class WidgetList(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>Entries that are listed at first, and added by each "more": a browser should not hold thousands of entries.</summary>
    public const int PageSize = 200;

    private readonly PageScript _script = new(js, "./Studio/List/WidgetList.razor.js");
    private ElementReference _root;
    private IReadOnlyList<WidgetEntry>? _listed;
    private IReadOnlyList<WidgetEntry> _found = [];
    private IReadOnlyList<WidgetEntry> _shown = [];
    private string? _shownSelection;
    private string? _reached;
    private string _search = "";
    private int _limit = PageSize;

    [Parameter, EditorRequired]
    public required IReadOnlyList<WidgetEntry> Entries { get; set; }

    [Parameter]
    public string? SelectedId { get; set; }

    [Parameter]
    public EventCallback<string> SelectedIdChanged { get; set; }

    /// <value>Returns the draft of a widget, whose findings replace those of its definition; null when there is none.</value>
    [Parameter]
    public Func<string, DefinitionDraft?>? FindDraft { get; set; }

    private string Hits => Entries.Count == 0 ? "No widgets here yet"
        : string.IsNullOrWhiteSpace(_search) ? StudioNumber.Count(Entries.Count, "widget")
        : $"{StudioNumber.Whole(_found.Count)} of {StudioNumber.Count(Entries.Count, "widget")}";

    /// <summary>The entry that the Tab key reaches: the last one with focus, else the selected one, else the first.</summary>
    private string? Reachable => IsShown(_reached) ? _reached : IsShown(SelectedId) ? SelectedId : _shown.Count > 0 ? _shown[0].Widget.Id : null;

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_listed, Entries) || _shownSelection != SelectedId)
        {
            (_limit, _reached) = ReferenceEquals(_listed, Entries) ? (_limit, SelectedId) : (PageSize, null);
            (_listed, _shownSelection) = (Entries, SelectedId);
            Find();
        }
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.StartAsync(_root) : Task.CompletedTask;

    private void Search(string? text)
    {
        (_search, _limit) = (text ?? "", PageSize);
        Find();
    }

    private void ShowMore()
    {
        _limit += PageSize;
        Find();
    }

    private void Reach(string widgetId) => _reached = widgetId;

    private bool IsShown(string? widgetId) => widgetId is not null && _shown.Any(entry => entry.Widget.Id == widgetId);

    private void Find()
    {
        _found = [.. Entries.Where(entry => entry.Matches(_search.Trim()))];
        // The selected entry is always listed, wherever it is in a long document.
        _shown = _found.Count <= _limit
            ? _found
            : [.. _found.Take(_limit), .. _found.Skip(_limit).Where(entry => entry.Widget.Id == SelectedId)];
    }
}
