using Bunit;
using LiveGridStudio.App.Ui;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class ThemeSwitchTests : BunitContext
{
    private readonly BunitJSModuleInterop _script;

    public ThemeSwitchTests() => _script = JSInterop.SetupModule("./js/theme.js");

    [Fact]
    public async Task SwitchAsync_ByTheReader_IsKeptForTheNextVisit()
    {
        _script.SetupVoid("keepTheme", static _ => true).SetVoidResult();
        await using var sut = new ThemeSwitch(JSInterop.JSRuntime, isDark: true);
        var changes = 0;
        sut.Changed += () => changes++;

        await sut.SwitchAsync();

        Assert.Equal((false, "light", 1), (sut.IsDark, sut.Name, changes));
        Assert.Equal("light", _script.VerifyInvoke("keepTheme").Arguments[1]);
    }

    [Theory]
    [InlineData("light", 1)]
    [InlineData("dark", 0)]
    [InlineData("pink", 0)]
    [InlineData(null, 0)]
    public async Task ShowAsync_OfAnAddress_ChangesThisPageAlone(string? asked, int changes)
    {
        var show = _script.SetupVoid("showTheme", ThemeChoice.Light).SetVoidResult();
        var shows = changes;
        await using var sut = new ThemeSwitch(JSInterop.JSRuntime, isDark: true);
        sut.Changed += () => changes--;

        await sut.ShowAsync(asked);

        Assert.Equal(0, changes);
        Assert.Equal(shows, show.Invocations.Count);
    }
}
