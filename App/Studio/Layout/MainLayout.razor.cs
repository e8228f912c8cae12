using LiveGridStudio.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Layout;

public sealed partial class MainLayout(IJSRuntime js) : LayoutComponentBase, IAsyncDisposable
{
    private ThemeSwitch _theme = new(js, isDark: true);

    [CascadingParameter(Name = "PrefersDark")]
    public bool PrefersDark { get; set; } = true;

    private string ThemeLabel => _theme.IsDark ? "Switch to the light theme" : "Switch to the dark theme";

    public ValueTask DisposeAsync()
    {
        _theme.Changed -= StateHasChanged;
        return _theme.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _theme = new ThemeSwitch(js, PrefersDark);
        _theme.Changed += StateHasChanged;
    }
}
