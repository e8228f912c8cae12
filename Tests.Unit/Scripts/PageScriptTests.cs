using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Scripts;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Scripts;

/// <summary>A component may be disposed at each step of its script's start.</summary>
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

    [Fact]
    public async Task Start_Again_StopsTheOneBeforeFirst()
    {
        _page.Import.SetResult(_page.Module);
        _page.Module.Init.SetResult(_page.Module.Started);
        await _sut.StartAsync(default);

        await _sut.StartAsync(default);

        Assert.Equal(["import", "init", "stop", "dispose started", "init"], _page.Calls);
        Assert.Same(_page.Module.Started, _sut.Started);
    }

    [Fact]
    public async Task Start_AgainWhileItStarts_StopsTheOneThatCameLate()
    {
        _page.Import.SetResult(_page.Module);
        var late = _sut.StartAsync(default);
        var again = _sut.StartAsync(default);
        Assert.Equal(["import", "init", "init"], _page.Calls);

        _page.Module.Init.SetResult(_page.Module.Started);
        await Task.WhenAll(late, again);

        Assert.Equal(["import", "init", "init", "stop", "dispose started"], _page.Calls);
        Assert.NotNull(_sut.Started);
    }

    [Fact]
    public async Task Start_WithAnOwner_TellsTheSameOneEachTimeAndLetsGoOfItAtTheEnd()
    {
        _page.Import.SetResult(_page.Module);
        _page.Module.Init.SetResult(_page.Module.Started);

        await _sut.StartAsync(default, this, 5, "a");
        await _sut.StartAsync(default, this, 6, "b");

        var owner = Assert.IsType<DotNetObjectReference<PageScriptTests>>(_page.Module.Arguments[0]![1]);
        Assert.Same(this, owner.Value);
        Assert.Equal([5, "a"], _page.Module.Arguments[0]![2..]);
        Assert.Equal([owner, 6, "b"], _page.Module.Arguments[1]![1..]);
        await _sut.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => owner.Value);
    }

    [Fact]
    public async Task Start_AfterTheEnd_AsksThePageForNothing()
    {
        await _sut.DisposeAsync();

        await _sut.StartAsync(default);
        await _sut.StartAsync(default, this);

        Assert.Empty(_page.Calls);
    }

    [Fact]
    public async Task Call_Twice_ImportsOnce()
    {
        var calls = new[] { _sut.CallAsync<object?>("a"), _sut.CallAsync("b") };
        _page.Import.SetResult(_page.Module);
        await Task.WhenAll(calls);

        Assert.Equal("import", _page.Calls[0]);
        Assert.Equal(["a", "b"], _page.Calls[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Call_ImportWasLostWithTheConnection_ImportsAgain()
    {
        _page.Import.SetCanceled(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _sut.CallAsync("a"));

        _page.Import = new TaskCompletionSource<object>();
        _page.Import.SetResult(_page.Module);
        await _sut.CallAsync("a");

        Assert.Equal(["import", "import", "a"], _page.Calls);
    }

    [Fact]
    public async Task Dispose_WhileACallWaitsForItsModule_EndsItAsIfThePageWereGone()
    {
        var call = _sut.CallAsync("a");

        await _sut.DisposeAsync();
        _page.Import.SetResult(_page.Module);

        Assert.True(PageScript.IsGone(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)));
        Assert.Equal(["import", "dispose module"], _page.Calls);
    }

    private sealed class FakePage : IJSRuntime
    {
        public FakePage() => Module = new FakeObject("module", this);

        public List<string> Calls { get; } = [];

        public TaskCompletionSource<object> Import { get; set; } = new();

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

        /// <summary>Those of <c>init</c>.</summary>
        public List<object?[]?> Arguments { get; } = [];

        public FakeObject Started => field ??= new FakeObject("started", page);

        public async ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier, object?[]? args)
        {
            page.Calls.Add(identifier);
            if (identifier == "init")
            {
                Arguments.Add(args);
            }

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
