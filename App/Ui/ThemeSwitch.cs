using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>The theme that a page shows. One for each circuit; the first answer was painted with what it starts with.</summary>
public sealed class ThemeSwitch(IJSRuntime js, bool isDark) : IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./js/theme.js");

    /// <summary>Raised when the theme is another one.</summary>
    public event Action? Changed;

    public bool IsDark { get; private set; } = isDark;

    /// <value>As an address has it.</value>
    public string Name => IsDark ? ThemeChoice.Dark : ThemeChoice.Light;

    /// <summary>The reader chooses the other theme, also for the next visit.</summary>
    public Task SwitchAsync()
    {
        Turn();
        return _script.CallAsync("keepTheme", ThemeChoice.Cookie, Name);
    }

    /// <summary>Shows what an address asks for; the reader's own choice stays for the next visit.</summary>
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
