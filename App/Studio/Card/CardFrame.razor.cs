using System.Globalization;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Scripts;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>
/// Gives a card the size of its definition and lets the user try others. A tried size affects only the display, not the definition.
/// </summary>
public sealed partial class CardFrame(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./Studio/Card/CardFrame.razor.js");
    private readonly string _sizeId = $"size-{Guid.NewGuid():N}";
    private CardLimits _limits = CardLimits.Of(null);
    private CardSize _size;
    private GridData? _followed;
    private bool _isFollowing;
    private ElementReference _root;

    /// <value>The definition's <c>gridData</c>. A new value resets the card to its own size.</value>
    [Parameter]
    public GridData? Grid { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <value>Raised when the user wants to save the size to the definition; without a handler this is not offered.</value>
    [Parameter]
    public EventCallback<CardSize> OnWrite { get; set; }

    private bool HasOwn => Grid is { Width: not null } or { Height: not null };

    private string Style => string.Create(CultureInfo.InvariantCulture, $"--card-columns:{_size.Columns};--card-rows:{_size.Rows}");

    private string SizeText => string.Create(CultureInfo.InvariantCulture, $"{_size} of {GridData.Columns}");

    /// <summary>Handles a drag of the handle to a size, in grid units. The arguments are checked, because they come from the page.</summary>
    [JSInvokable]
    public void OnResize(int columns, int rows) => Take(_limits.Fit(columns, rows));

    /// <summary>Handles an arrow key on the handle.</summary>
    [JSInvokable]
    public void OnStep(int columns, int rows) =>
        Take(_limits.Fit(_size.Columns + Math.Sign(columns), _size.Rows + Math.Sign(rows)));

    /// <summary>Handles a double click on the handle.</summary>
    [JSInvokable]
    public void OnReset() => Take(_limits.Own);

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnParametersSet()
    {
        if (!_isFollowing || _followed?.Raw != Grid?.Raw)
        {
            _isFollowing = true;
            _followed = Grid;
            _limits = CardLimits.Of(Grid);
            _size = _limits.Own;
        }
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.StartAsync(_root, this) : Task.CompletedTask;

    private void Take(CardSize size)
    {
        if (size != _size)
        {
            _size = size;
            StateHasChanged();
        }
    }
}
