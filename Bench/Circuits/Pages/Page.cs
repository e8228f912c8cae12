using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>
/// One open page without a browser: requests the prerendered page, opens its circuit and follows it as Blazor's script does. Draws nothing;
/// each batch is acknowledged as soon as it has been read.
/// </summary>
internal sealed class Page : IAsyncDisposable
{
    private const int ObjectResult = 1;
    private const int VoidResult = 3;

    private readonly HttpClient _http;
    private readonly PageTally _tally;
    private readonly PageScript _script;
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<long> _seen = [];
    private string _circuit = "";
    private long _calls;

    public Page(HttpClient http, PageTally tally, int rowsInView)
    {
        _http = http;
        _tally = tally;
        _script = new PageScript(rowsInView);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(http.BaseAddress!, "_blazor"), static options =>
        {
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _hub = builder.Build();
        _hub.On<long, byte[]>("JS.RenderBatch", RenderAsync);
        _hub.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", CallAsync);
        _hub.On<string, bool, string>("JS.EndInvokeDotNet", (_, succeeded, answer) => Answered(succeeded, answer));
        _hub.On<string>("JS.Error", error => _live.TrySetException(new InvalidOperationException(error)));
        _hub.Closed += exception =>
        {
            _tally.ServerClosed();
            _live.TrySetException(exception ?? new IOException("The server closed the circuit."));
            return Task.CompletedTask;
        };
    }

    /// <summary>Completes once the grid's script runs and rows are shown.</summary>
    public async Task OpenAsync(string path, CancellationToken cancellationToken)
    {
        var markup = PageMarkup.Read(await _http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken));
        await _hub.StartAsync(cancellationToken);
        _circuit = await _hub.InvokeAsync<string?>(
            "StartCircuit", _http.BaseAddress!.ToString(), new Uri(_http.BaseAddress!, path).ToString(), "[]", markup.State, cancellationToken)
            ?? throw new InvalidOperationException("The server started no circuit.");
        await _hub.SendAsync("UpdateRootComponents", markup.Operations, markup.State, cancellationToken);
        await _live.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
    }

    /// <summary>Leaves as a closed tab does, so that the server does not keep the circuit.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StringContent(_circuit), "circuitId" } };
        using var answer = await _http.PostAsync(new Uri("_blazor/disconnect", UriKind.Relative), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Answered(bool succeeded, string answer)
    {
        if (!succeeded)
        {
            _live.TrySetException(new InvalidOperationException($"A call into the page's components failed: {answer}"));
        }
    }

    private Task RenderAsync(long batch, byte[] bytes)
    {
        _tally.TakeBatch(bytes, _seen);
        return _hub.SendAsync("OnRenderCompleted", batch, (string?)null);
    }

    private async Task CallAsync(long handle, string identifier, string? arguments, int resultType, long target, int callType)
    {
        var value = _script.Answer(identifier, arguments, resultType == ObjectResult, target);
        if (handle != 0)
        {
            var answer = new JsonArray(handle, true, resultType == VoidResult ? null : value);
            await _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, answer.ToJsonString());
        }

        if (identifier == "init" && _script.GridReference is { } grid)
        {
            await _hub.SendAsync(
                "BeginInvokeDotNetFromJS", (++_calls).ToString(provider: null), null, "OnViewport", grid, _script.Viewport);
            _live.TrySetResult();
        }
    }
}
