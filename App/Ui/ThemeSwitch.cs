using Microsoft.JSInterop;

namespace LiveGridStudio.App.Ui;

/// <summary>The theme that a page shows. One for each circuit; the first answer was painted with what it starts with.</summary>
public sealed class ThemeSwitch(IJSRuntime js, bool isDark)
{
    /// <summary>Raised when the theme is another one.</summary>
    public event Action? Changed;

    public bool IsDark { get; private set; } = isDark;

    /// <value>As an address has it.</value>
    public string Name => IsDark ? ThemeChoice.Dark : ThemeChoice.Light;

    /// <summary>The reader chooses the other theme, also for the next visit.</summary>
    public ValueTask SwitchAsync()
    {
        Turn();
        return js.InvokeVoidAsync("liveGridStudio.keepTheme", ThemeChoice.Cookie, Name);
    }

    /// <summary>Shows what an address asks for; the reader's own choice stays for the next visit.</summary>
    public ValueTask ShowAsync(string? name)
    {
        if (name is not (ThemeChoice.Dark or ThemeChoice.Light) || name == Name)
        {
            return ValueTask.CompletedTask;
        }

        Turn();
        return js.InvokeVoidAsync("liveGridStudio.showTheme", Name);
    }

    private void Turn()
    {
        IsDark = !IsDark;
        Changed?.Invoke();
    }
}
