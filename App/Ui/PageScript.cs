using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// The script of a component: a module with a function <c>init</c> whose object is stopped with the component, whichever of page,
/// component and import is done first. Made for one circuit, and for one component, which disposes it.
/// </summary>
/// <param name="js">The page.</param>
/// <param name="path">The module beside the component, such as <c>./Studio/Card/CardFrame.razor.js</c>.</param>
internal sealed class PageScript(IJSRuntime js, string path) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IDisposable? _owner;
    private bool _isDisposed;

    /// <value>What <c>init</c> gave; null before, and once it is over.</value>
    public IJSObjectReference? Started { get; private set; }

    /// <summary>Whether an exception only says that the page has gone, or that an answer was lost with the connection.</summary>
    public static bool IsGone(Exception exception) => exception is JSDisconnectedException or OperationCanceledException;

    /// <summary>Imports the module and calls <c>init</c> with the element. Called after the first render; does nothing when the page has gone.</summary>
    public Task StartAsync(ElementReference element) => StartAsync(() => [element]);

    /// <summary>The same for a script that calls back: <c>init</c> gets the element and the owner.</summary>
    public Task StartAsync<T>(ElementReference element, T owner)
        where T : class => StartAsync(() =>
    {
        var reference = DotNetObjectReference.Create(owner);
        _owner = reference;
        return [element, reference];
    });

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return StopAsync();
    }

    private async Task StartAsync(Func<object?[]> arguments)
    {
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", path);
            if (!_isDisposed)
            {
                Started = await _module.InvokeAsync<IJSObjectReference>("init", arguments());
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // There is nobody to start for.
            return;
        }

        if (_isDisposed)
        {
            // The component went while its script was on the way.
            await StopAsync();
        }
    }

    private async ValueTask StopAsync()
    {
        var (started, module, owner) = (Started, _module, _owner);
        (Started, _module, _owner) = (null, null, null);
        try
        {
            if (started is not null)
            {
                await started.InvokeVoidAsync("stop");
                await started.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The page has gone, and its script with it.
        }

        owner?.Dispose();
    }
}
