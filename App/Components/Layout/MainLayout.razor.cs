using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Components.Layout;

public sealed partial class MainLayout(IJSRuntime js) : LayoutComponentBase
{
    private bool _isDark = true;

    [CascadingParameter(Name = "PrefersDark")]
    public bool PrefersDark { get; set; } = true;

    private string ThemeLabel => _isDark ? "Switch to the light theme" : "Switch to the dark theme";

    protected override void OnInitialized() => _isDark = PrefersDark;

    private async Task SwitchThemeAsync()
    {
        _isDark = !_isDark;
        await js.InvokeVoidAsync("liveGridStudio.keepTheme", ThemeChoice.Cookie, _isDark ? ThemeChoice.Dark : ThemeChoice.Light);
    }
}
