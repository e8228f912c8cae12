using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

public sealed partial class LongTextField(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>A UTF-16 unit takes at most three bytes in UTF-8; a character of four bytes is two units in .NET and in the browser.</summary>
    private const int BytesPerLetter = 3;

    private readonly PageScript _script = new(js, "./Ui/LongTextField.razor.js");
    private readonly string _id = $"text-{Guid.NewGuid():N}";
    private ElementReference _field;
    private string _inPage = "";
    private Task? _starting;

    [Parameter]
    public string? Value { get; set; }

    /// <value>Raised when the field loses the focus with a changed text, and by <see cref="FlushAsync"/>.</value>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public int Lines { get; set; } = 5;

    /// <value>The most characters that the browser accepts.</value>
    [Parameter, EditorRequired]
    public required int MaxLength { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    /// <summary>Updates <see cref="Value"/> from the field. A long text may still be on its way when a button is pressed.</summary>
    public async Task FlushAsync()
    {
        // The script may still be loading, and it does not know text that was typed before.
        await (_starting ?? Task.CompletedTask);
        if (_script.Started is { } page)
        {
            await page.InvokeVoidAsync("flush");
        }
    }

    /// <summary>Receives the changed text of the field.</summary>
    /// <param name="text">The text; null when it is too long for one message and must be fetched.</param>
    [JSInvokable]
    public async Task TypedAsync(string? text)
    {
        if (text is null && _script.Started is { } page)
        {
            text = await LongText.ReadAsync(await page.InvokeAsync<IJSStreamReference>("read"), (long)MaxLength * BytesPerLetter);
        }

        // Only a manipulated page sends more than the field accepts.
        if (text is not null && text.Length <= MaxLength)
        {
            _inPage = text;
            await ValueChanged.InvokeAsync(text);
        }
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                await (_starting = _script.StartAsync(_field, this));
            }

            var text = Value ?? "";
            if (_script.Started is { } page && text != _inPage)
            {
                _inPage = text;
                await page.InvokeVoidAsync("write", LongText.ToPage(text));
            }
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The browser has gone.
        }
    }
}
