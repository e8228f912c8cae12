using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Ui;

public sealed partial class LineField(TimeProvider timeProvider) : ComponentBase, IDisposable
{
    private readonly string _id = $"line-{Guid.NewGuid():N}";
    private string _text = "";
    private string _told = "";
    private string? _given;
    private ITimer? _pause;

    [Parameter]
    public string? Value { get; set; }

    /// <value>Raised once typing has paused for <see cref="Pause"/>, and at once when the field is left, sent or cleared.</value>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    /// <value>The kind of the input: <c>search</c>, <c>text</c>.</value>
    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <value>How long typing must pause before the text is reported; zero reports each key.</value>
    [Parameter]
    public TimeSpan Pause { get; set; }

    /// <value>Further attributes of the input.</value>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>Whether the label is on the frame instead of inside the field.</summary>
    private bool IsRaised => _text.Length > 0 || !string.IsNullOrEmpty(Placeholder);

    public void Dispose() => _pause?.Dispose();

    protected override void OnParametersSet()
    {
        // The text being typed stays until the owner sets another one.
        if (_given != Value)
        {
            _given = Value;
            if (Value != _told)
            {
                _text = _told = Value ?? "";
                _pause?.Dispose();
            }
        }
    }

    private async Task TypedAsync()
    {
        _pause?.Dispose();
        if (Pause <= TimeSpan.Zero)
        {
            await TellAsync();
            return;
        }

        _pause = timeProvider.CreateTimer(_ => _ = InvokeAsync(TellLateAsync), null, Pause, Timeout.InfiniteTimeSpan);
    }

    private Task ClearAsync()
    {
        _text = "";
        return TellAsync();
    }

    private async Task TellLateAsync()
    {
        try
        {
            await TellAsync();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task TellAsync()
    {
        _pause?.Dispose();
        if (_text != _told)
        {
            _told = _text;
            await ValueChanged.InvokeAsync(_text);
        }
    }
}
