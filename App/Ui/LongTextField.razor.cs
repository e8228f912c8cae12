using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

public sealed partial class LongTextField(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private const string Script = "./Ui/LongTextField.razor.js";

    /// <summary>A letter of a text takes three bytes at most; those of four are two letters to .NET and to the browser.</summary>
    private const int BytesPerLetter = 3;

    private readonly string _id = $"text-{Guid.NewGuid():N}";
    private ElementReference _field;
    private DotNetObjectReference<LongTextField>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private string _inPage = "";
    private Task? _starting;
    private bool _disposed;

    [Parameter]
    public string? Value { get; set; }

    /// <value>Raised when the field is left with another text, and by <see cref="FlushAsync"/>.</value>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public int Lines { get; set; } = 5;

    /// <value>Letters that the browser takes at most.</value>
    [Parameter, EditorRequired]
    public required int MaxLength { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    /// <summary>Brings <see cref="Value"/> up to what is in the field. A long text may still be on its way when a button is pressed.</summary>
    public async Task FlushAsync()
    {
        // Its script may still be on its way, too, and hears of nothing that was typed before.
        await (_starting ?? Task.CompletedTask);
        if (_page is { } page)
        {
            await page.InvokeVoidAsync("flush");
        }
    }

    /// <summary>The field has another text.</summary>
    /// <param name="text">The text; null when it is too long for one message and waits to be fetched.</param>
    [JSInvokable]
    public async Task TypedAsync(string? text)
    {
        if (text is null && _page is { } page)
        {
            text = await LongText.ReadAsync(await page.InvokeAsync<IJSStreamReference>("read"), (long)MaxLength * BytesPerLetter);
        }

        // Only a page that minds no limit sends more than the field takes.
        if (text is not null && text.Length <= MaxLength)
        {
            _inPage = text;
            await ValueChanged.InvokeAsync(text);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        var (page, module) = (_page, _module);
        (_page, _module) = (null, null);
        try
        {
            if (page is not null)
            {
                await page.InvokeVoidAsync("stop");
                await page.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its part with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                await (_starting = StartAsync());
            }

            var text = Value ?? "";
            if (_page is { } page && text != _inPage)
            {
                _inPage = text;
                await page.InvokeVoidAsync("write", LongText.ToPage(text));
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone.
        }
    }

    private async Task StartAsync()
    {
        var module = await js.InvokeAsync<IJSObjectReference>("import", Script);
        if (_disposed)
        {
            await module.DisposeAsync();
            return;
        }

        _module = module;
        _self = DotNetObjectReference.Create(this);
        var page = await module.InvokeAsync<IJSObjectReference>("init", _field, _self);
        if (_disposed)
        {
            // The field went while its script was on the way.
            await page.InvokeVoidAsync("stop");
            await page.DisposeAsync();
            return;
        }

        _page = page;
    }
}
