using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Support;

/// <summary>
/// A backend on a free loopback port that misbehaves like real ones: unusual rows, slow answers, broken JSON, redirects to other origins,
/// dropped sockets. Tests set the answers; the initial ones are in <see cref="FaultyAnswers"/>.
/// </summary>
internal sealed class FaultyBackend : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly Channel<FaultySocket> _accepted = Channel.CreateUnbounded<FaultySocket>();
    private readonly ConcurrentDictionary<FaultySocket, bool> _open = [];

    private FaultyBackend(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <value>All requests so far, including preflights and handshakes.</value>
    public ConcurrentQueue<FaultyRequest> Requests { get; } = [];

    /// <value>Sent as <c>Access-Control-Allow-Origin</c>; null, the default, sends no such header.</value>
    public string? AllowOrigin { get; set; }

    /// <value>Sent as <c>Access-Control-Allow-Headers</c> in answers to <c>OPTIONS</c>.</value>
    public string? AllowHeaders { get; set; }

    /// <value>A required header: without it every answer is a 401; null requires none. Preflights do not need it.</value>
    public (string Name, string Value)? DemandedHeader { get; set; }

    /// <value>Answers WebSocket handshakes with this status; null opens them.</value>
    public int? SocketStatus { get; set; }

    public int OpenSockets => _open.Count;

    /// <param name="port">The port of an earlier backend; 0 for a free one.</param>
    public static async Task<FaultyBackend> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var backend = new FaultyBackend(app);
        app.UseWebSockets();
        app.Run(backend.AnswerAsync);
        FaultyAnswers.AddTo(backend);
        await app.StartAsync();
        backend.Address = new Uri(app.Urls.Single());
        return backend;
    }

    /// <summary>Answers a path with a text from now on.</summary>
    public void Answer(string path, string body, int status = StatusCodes.Status200OK) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    public void Answer(string path, RequestDelegate answer) => _answers[path] = answer;

    /// <summary>Answers a path with 404 from now on.</summary>
    public void Forget(string path) => _answers.TryRemove(path, out _);

    public void Redirect(string path, string target) => Answer(path, context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    });

    /// <summary>Holds back the answers of a path until the handle is disposed, or the caller disconnects.</summary>
    public FaultyHold Hold(string path)
    {
        var hold = new FaultyHold(_answers.GetValueOrDefault(path));
        Answer(path, hold.AnswerAsync);
        return hold;
    }

    /// <summary>The next WebSocket that has been opened, in order.</summary>
    public async Task<FaultySocket> NextSocketAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _accepted.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Waits until a path has been requested with exactly this query.</summary>
    public Task UntilAskedAsync(string path, string query) =>
        Eventually.HoldsAsync(() => Requests.Any(request => request.Path == path && request.Query == query));

    /// <summary>Sends a frame to every open socket.</summary>
    public Task SendToAllAsync(string frame) => Task.WhenAll(_open.Keys.Select(socket => socket.SendAsync(frame)));

    /// <summary>Aborts every open socket without a close frame.</summary>
    public void DropAll()
    {
        foreach (var socket in _open.Keys)
        {
            socket.Drop();
        }
    }

    public async ValueTask DisposeAsync()
    {
        DropAll();
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(FaultyRequest.Of(context));
        if (AllowOrigin is { } origin)
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.Headers.AccessControlAllowHeaders = AllowHeaders;
            return Task.CompletedTask;
        }

        if (DemandedHeader is { } demanded && context.Request.Headers[demanded.Name] != demanded.Value)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (context.WebSockets.IsWebSocketRequest)
        {
            return AcceptAsync(context);
        }

        if (_answers.TryGetValue(context.Request.Path.Value ?? "", out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task AcceptAsync(HttpContext context)
    {
        if (SocketStatus is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        using var socket = new FaultySocket(await context.WebSockets.AcceptWebSocketAsync(), FaultyRequest.Of(context));
        _open[socket] = true;
        _accepted.Writer.TryWrite(socket);
        try
        {
            await socket.RunAsync();
        }
        finally
        {
            _open.TryRemove(socket, out _);
            socket.End();
        }
    }
}
