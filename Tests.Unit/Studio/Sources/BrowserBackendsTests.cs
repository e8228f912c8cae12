using Bunit;
using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class BrowserBackendsTests : BunitContext, IAsyncLifetime
{
    private const string Kept = """[{"address":"http://127.0.0.1:8000","origins":[]}]""";

    private readonly BunitJSModuleInterop _script;
    private readonly BrowserBackends _sut;

    public BrowserBackendsTests()
    {
        _script = JSInterop.SetupModule("./Studio/Sources/RecentBackends.razor.js");
        _sut = new BrowserBackends(JSInterop.JSRuntime);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await _sut.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(Kept, new[] { "http://127.0.0.1:8000" })]
    [InlineData("{", new string[0])]
    [InlineData(null, new string[0])]
    public async Task Read_WhatTheBrowserHas_IsReadWithCare(string? kept, string[] addresses)
    {
        _script.Setup<string?>("recentBackends").SetResult(kept);

        Assert.Equal(addresses, (await _sut.ReadAsync()).Addresses);
    }

    [Fact]
    public async Task Keep_Backend_TellsItsOriginsAndGivesWhatIsKeptNow()
    {
        _script.Setup<string?>("keepBackend", static call => call.Arguments is [string, IEnumerable<string>]).SetResult(Kept);

        Assert.Single((await _sut.KeepAsync("http://127.0.0.1:8000", ["http://127.0.0.1:9000"])).Addresses);

        var arguments = _script.VerifyInvoke("keepBackend").Arguments;
        Assert.Equal("http://127.0.0.1:8000", arguments[0]);
        Assert.Equal(["http://127.0.0.1:9000"], (IEnumerable<string>)arguments[1]!);
    }

    [Fact]
    public async Task Forget_Backend_GivesTheOthers()
    {
        _script.Setup<string?>("forgetBackend", "http://127.0.0.1:9000").SetResult(Kept);

        Assert.Single((await _sut.ForgetAsync("http://127.0.0.1:9000")).Addresses);
    }
}
