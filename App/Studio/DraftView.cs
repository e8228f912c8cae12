using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

/// <summary>Base of the views of a draft. Shows every change of the draft, whichever view made it.</summary>
public abstract class DraftView : ComponentBase, IDisposable
{
    private DefinitionDraft? _observed;

    /// <value>The definition to edit.</value>
    [Parameter, EditorRequired]
    public required DefinitionDraft Draft { get; set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _observed?.Changed -= OnDraftChanged;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_observed, Draft))
        {
            _observed?.Changed -= OnDraftChanged;
            _observed = Draft;
            Draft.Changed += OnDraftChanged;
        }
    }

    /// <summary>Called after each change of the draft, on the circuit's thread.</summary>
    protected virtual Task ShowAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void OnDraftChanged() => _ = InvokeAsync(async () =>
    {
        try
        {
            await ShowAsync();
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The browser has gone, or its answer was lost with the connection; the next change is shown again.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
