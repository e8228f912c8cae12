using Bunit;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class TabStorageTests : StudioContext
{
    private readonly BunitJSModuleInterop _script;
    private readonly JSRuntimeInvocationHandler _keep;

    public TabStorageTests()
    {
        _script = JSInterop.SetupModule("./js/tab-storage.js");
        _script.Mode = JSRuntimeMode.Strict;
        _script.Setup<IJSStreamReference?>("kept").SetResult(new TextReference("""{"a":"old"}"""));
        _keep = _script.SetupVoid("keep", static _ => true).SetVoidResult();
    }

    [Fact]
    public async Task Load_GivesWhatWasKept()
    {
        using var sut = await OpenAsync();

        Assert.Equal("old", sut.Find("a"));
        Assert.Null(sut.Find("b"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task Load_WhatIsNoStore_IsEmptyAndTakesTexts(string? kept)
    {
        _script.Setup<IJSStreamReference?>("kept").SetResult(kept is null ? null : new TextReference(kept));
        using var sut = await OpenAsync();
        Assert.Null(sut.Find("a"));

        sut.Set("a", "1");
        Clock.Advance(TabStorage.Pause);

        Assert.Equal([("a", "1")], Written());
    }

    [Fact]
    public async Task Set_ManyTimes_WritesTheLastTextOfEachKeyOnce()
    {
        using var sut = await OpenAsync();
        sut.Set("a", "1");
        sut.Set("a", "2");
        sut.Set("b", "3");
        sut.Set("b", null);
        Assert.Empty(_keep.Invocations);

        Clock.Advance(TabStorage.Pause);

        Assert.Equal([("a", "2"), ("b", null)], Written());
        Assert.Equal("2", sut.Find("a"));
        Assert.Null(sut.Find("b"));
    }

    [Fact]
    public async Task Set_TheSameAgain_WritesNothing()
    {
        using var sut = await OpenAsync();
        sut.Set("a", "old");
        sut.Set("b", null);
        Clock.Advance(TabStorage.Pause);

        Assert.Empty(_keep.Invocations);
    }

    [Fact]
    public async Task Set_LongText_GoesInPieces()
    {
        using var sut = await OpenAsync();
        sut.Set("a", new string('x', TabStorage.MostCharacters));
        Clock.Advance(TabStorage.Pause);

        Assert.IsType<DotNetStreamReference>(Assert.Single(_keep.Invocations).Arguments[1]);
    }

    [Fact]
    public async Task Set_TextThatIsTooLong_ForgetsTheOneBefore()
    {
        using var sut = await OpenAsync();
        sut.Set("a", new string('x', TabStorage.MostCharacters + 1));
        Clock.Advance(TabStorage.Pause);

        Assert.Equal([("a", null)], Written());
    }

    [Fact]
    public void Set_BeforeItIsLoaded_LosesNothingOfWhatIsThere()
    {
        using var sut = new TabStorage(JSInterop.JSRuntime, Clock, static run => run());
        sut.Set("a", null);
        Clock.Advance(TabStorage.Pause);

        Assert.Empty(_keep.Invocations);
    }

    [Fact]
    public async Task Set_AnswerLost_EndsNothing()
    {
        using var sut = await OpenAsync();
        _script.SetupVoid("keep", static _ => true).SetCanceled();
        sut.Set("a", "1");
        Clock.Advance(TabStorage.Pause);

        _script.SetupVoid("keep", static _ => true).SetVoidResult();
        sut.Set("a", "2");
        Clock.Advance(TabStorage.Pause);

        Assert.Equal("2", sut.Find("a"));
        Assert.Equal(2, _script.Invocations["keep"].Count);
    }

    private async Task<TabStorage> OpenAsync()
    {
        var store = new TabStorage(JSInterop.JSRuntime, Clock, static run => run());
        await store.LoadAsync();
        return store;
    }

    private (string?, string?)[] Written() =>
        [.. _keep.Invocations.Select(static call => ((string?)call.Arguments[0], (string?)call.Arguments[1]))];
}
