using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.App.Ui;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Ui;

/// <summary>A component may go at each step of its script's start.</summary>
public sealed class PageScriptTests : IAsyncDisposable
{
    private readonly FakePage _page = new();
    private readonly PageScript _sut;

    public PageScriptTests() => _sut = new PageScript(_page, "./a.js");

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task Dispose_AfterTheStart_StopsItAndLetsGoOfAll()
    {
        _page.Import.SetResult(_page.Module);
        _page.Module.Init.SetResult(_page.Module.Started);
        await _sut.StartAsync(default);
        Assert.Same(_page.Module.Started, _sut.Started);

        await _sut.DisposeAsync();

        Assert.Equal(["import", "init", "stop", "dispose started", "dispose module"], _page.Calls);
        Assert.Null(_sut.Started);
    }

    [Fact]
    public async Task Dispose_WhileTheModuleIsOnItsWay_StartsNothing()
    {
        var start = _sut.StartAsync(default);

        await _sut.DisposeAsync();
        _page.Import.SetResult(_page.Module);
        await start;

        Assert.Equal(["import", "dispose module"], _page.Calls);
    }

    [Fact]
    public async Task Dispose_WhileItStarts_StopsWhatHasStarted()
    {
        _page.Import.SetResult(_page.Module);
        var start = _sut.StartAsync(default);

        await _sut.DisposeAsync();
        _page.Module.Init.SetResult(_page.Module.Started);
        await start;

        Assert.Equal(["import", "init", "dispose module", "stop", "dispose started"], _page.Calls);
    }

    [Fact]
    public async Task Start_PageHasGone_DoesNothing()
    {
        _page.Import.SetException(new JSDisconnectedException("gone"));

        await _sut.StartAsync(default);
        await _sut.DisposeAsync();

        Assert.Null(_sut.Started);
        Assert.Equal(["import"], _page.Calls);
    }

    [Fact]
    public async Task Start_ModuleIsBroken_IsNoSecret()
    {
        _page.Import.SetException(new JSException("SyntaxError"));

        await Assert.ThrowsAsync<JSException>(() => _sut.StartAsync(default));
    }

    private sealed class FakePage : IJSRuntime
    {
        public FakePage() => Module = new FakeObject("module", this);

        public List<string> Calls { get; } = [];

        public TaskCompletionSource<object> Import { get; } = new();

        public FakeObject Module { get; }

        public async ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return (TValue)await Import.Task;
        }

        public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(
            string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }

    private sealed class FakeObject(string name, FakePage page) : IJSObjectReference
    {
        public TaskCompletionSource<object> Init { get; } = new();

        public FakeObject Started => field ??= new FakeObject("started", page);

        public async ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier, object?[]? args)
        {
            page.Calls.Add(identifier);
            return identifier == "init" ? (TValue)await Init.Task : default!;
        }

        public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(
            string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            page.Calls.Add($"dispose {name}");
            return ValueTask.CompletedTask;
        }
    }
}
