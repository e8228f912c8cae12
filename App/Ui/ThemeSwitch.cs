using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>The theme of a page. One for each circuit; it starts with the theme of the prerendered answer.</summary>
public sealed class ThemeSwitch(IJSRuntime js, bool isDark) : IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./js/theme.js");

    /// <summary>Raised when the theme has changed.</summary>
    public event Action? Changed;

    public bool IsDark { get; private set; } = isDark;

    /// <value>The theme's name in addresses.</value>
    public string Name => IsDark ? ThemeChoice.Dark : ThemeChoice.Light;

    /// <summary>Switches to the other theme, and stores it for the next visit.</summary>
    public Task SwitchAsync()
    {
        Turn();
        return _script.CallAsync("keepTheme", ThemeChoice.Cookie, Name);
    }

    /// <summary>Shows the theme of an address; the user's own choice is kept for the next visit.</summary>
    public Task ShowAsync(string? name)
    {
        if (name is not (ThemeChoice.Dark or ThemeChoice.Light) || name == Name)
        {
            return Task.CompletedTask;
        }

        Turn();
        return _script.CallAsync("showTheme", Name);
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    private void Turn()
    {
        IsDark = !IsDark;
        Changed?.Invoke();
    }
}
