using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Checking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveGridStudio.App.Studio;

public sealed partial class InspectorPane
{
    private static readonly InspectorTab[] Tabs = Enum.GetValues<InspectorTab>();

    private readonly string _id = $"inspector-{Guid.NewGuid():N}";
    private readonly ElementReference[] _buttons = new ElementReference[Tabs.Length];
    private readonly HashSet<InspectorTab> _visited = [InspectorTab.Definition];
    private InspectorTab _active;
    private Finding? _sought;

    /// <value>The draft of the preview; null while nothing is shown.</value>
    [Parameter]
    public ShownDraft? Draft { get; set; }

    /// <value>The source of the widget.</value>
    [Parameter]
    public IWidgetSource? Source { get; set; }

    /// <summary>Shows the place of a finding in the text.</summary>
    public void Reveal(Finding finding)
    {
        Choose(InspectorTab.Definition);
        _sought = finding;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Only now, because an editor behind another tab cannot take the focus.
        if (_sought is { } finding && _editor is { } editor)
        {
            _sought = null;
            await editor.RevealAsync(finding);
        }
    }

    private string TabId(InspectorTab tab) => $"{_id}-{tab}-tab";

    private string PanelId(InspectorTab tab) => $"{_id}-{tab}";

    private void Choose(InspectorTab tab)
    {
        _active = tab;
        _visited.Add(tab);
    }

    /// <summary>One stop of the Tab key for all tabs; the arrows go on from there.</summary>
    private async Task MoveAsync(KeyboardEventArgs press)
    {
        var step = press.Key switch { "ArrowRight" => 1, "ArrowLeft" => -1, _ => 0 };
        if (step != 0)
        {
            Choose(Tabs[((int)_active + step + Tabs.Length) % Tabs.Length]);
            await _buttons[(int)_active].FocusAsync();
        }
    }
}

/// <summary>The sides of the inspector, in the order of their tabs; the names are the labels.</summary>
internal enum InspectorTab
{
    Definition,
    Columns,
    Workspace,
}
