using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Scripts;

/// <summary>
/// A script of the page: a module that is imported once, on first use. Its function <c>init</c> returns an object that is stopped with the
/// component or before the next start, whichever of page, component and answers ends first. Its other functions are called directly.
/// Created for one circuit and used on its thread; a component disposes its own.
/// </summary>
/// <param name="js">The runtime of the page.</param>
/// <param name="path">The module, such as <c>./Studio/Card/CardFrame.razor.js</c>.</param>
public sealed class PageScript(IJSRuntime js, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _importing;
    private object? _owner;
    private int _starts;
    private bool _isDisposed;

    /// <value>The result of <c>init</c>; null before, during a restart, and after disposal.</value>
    public IJSObjectReference? Started { get; private set; }

    /// <summary>Whether the exception means that the page has gone, or that an answer was lost with the connection.</summary>
    public static bool IsGone(Exception exception) => exception is JSDisconnectedException or OperationCanceledException;

    /// <summary>
    /// Calls <c>init</c> with the element, after a rendering. Stops the previous start first; does nothing when the page has gone.
    /// </summary>
    public Task StartAsync(ElementReference element) => StartAsync([element]);

    /// <summary>
    /// The same for a script that calls back: <c>init</c> gets the element, the owner, which must always be the same object, and the other
    /// arguments.
    /// </summary>
    public Task StartAsync<T>(ElementReference element, T owner, params object?[] more)
        where T : class
    {
        if (_isDisposed)
        {
            return Task.CompletedTask;
        }

        var reference = _owner ??= DotNetObjectReference.Create(owner);
        return StartAsync([element, reference, .. more]);
    }

    /// <summary>Calls a function of the module.</summary>
    /// <exception cref="OperationCanceledException">The answer was lost with the connection, or the component has gone.</exception>
    /// <exception cref="JSDisconnectedException">The page has gone.</exception>
    public async Task<T> CallAsync<T>(string function, params object?[] arguments)
    {
        var module = await ImportAsync();
        return await module.InvokeAsync<T>(function, arguments);
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public async Task CallAsync(string function, params object?[] arguments)
    {
        var module = await ImportAsync();
        await module.InvokeVoidAsync(function, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await StopAsync();
        if (_importing is { IsCompletedSuccessfully: true })
        {
            await LetGoAsync(await _importing);
        }

        // Only after the script has stopped, because until then it may still call.
        (_owner as IDisposable)?.Dispose();
        _owner = null;
    }

    /// <summary>The component may be disposed or start again during each await; what was created by then is released here.</summary>
    private async Task StartAsync(object?[] arguments)
    {
        var start = ++_starts;
        try
        {
            await StopAsync();
            var started = await CallAsync<IJSObjectReference?>("init", arguments);
            if (_isDisposed || start != _starts)
            {
                await StopAsync(started);
                return;
            }

            Started = started;
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The page has gone, so there is nothing to start.
        }
    }

    private async Task<IJSObjectReference> ImportAsync()
    {
        ThrowIfDisposed();
        var importing = _importing ??= js.InvokeAsync<IJSObjectReference>("import", path).AsTask();
        IJSObjectReference module;
        try
        {
            module = await importing;
        }
        catch when (_importing == importing)
        {
            // The next call tries again.
            _importing = null;
            throw;
        }

        if (_isDisposed)
        {
            await LetGoAsync(module);
        }

        ThrowIfDisposed();
        return module;
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed)
        {
            throw new OperationCanceledException("The component of this script has gone.");
        }
    }

    /// <summary>The first caller that gets the module disposes it.</summary>
    private async Task LetGoAsync(IJSObjectReference module)
    {
        if (_importing is null)
        {
            return;
        }

        _importing = null;
        try
        {
            await module.DisposeAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The page has gone, and its script with it.
        }
    }

    private Task StopAsync()
    {
        var started = Started;
        Started = null;
        return StopAsync(started);
    }

    private static async Task StopAsync(IJSObjectReference? started)
    {
        if (started is null)
        {
            return;
        }

        try
        {
            await started.InvokeVoidAsync("stop");
            await started.DisposeAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The page has gone, and what ran there with it.
        }
    }
}
