using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Tests.Unit.Hosting;

/// <summary>Bodies that no HTTP client sends, over plain sockets.</summary>
public sealed class BrokenBodiesTests : IAsyncDisposable
{
    private const int ClientGone = 2311;
    private const string Cut = "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"half";
    private const string Short = "Content-Length: 100\r\n\r\n{}";
    private const string NoChunk = "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n";
    private const string Overflow = "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}";
    private const string Huge = "Content-Length: 99999999\r\n\r\n{}";

    /// <summary>The server checks once a second, so a shorter grace period has no effect.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.1);

    private readonly LogCollector _log = new();
    private readonly StudioFactory _host;

    public BrokenBodiesTests() => _host = new StudioFactory(("Tables:orders:Key:0", "id"))
    {
        Alter = services => services
            .AddSingleton<ILoggerProvider>(_log)
            .AddLogging(static logging => logging.AddFilter(typeof(BrokenBodies).FullName, LogLevel.Debug))
            .Configure<KestrelServerOptions>(static options => options.Limits.MinRequestBodyDataRate = new MinDataRate(1_000_000, Grace)),
    };

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Post_BrokenOrSlowBodies_AreProblemsAndNoFaultsOfTheHost()
    {
        _ = _host.Address;
        _log.Entries.Clear();
        string[] routes = ["/api/preview", "/api/validate"];
        // What is answered to half a form that is not read, or by the framework, does not matter.
        string[] others = ["/", "/preview/live_grid", "/nothing", "/_blazor/disconnect", "/_blazor/negotiate?negotiateVersion=1", "/widgets.json"];

        var answers = await Task.WhenAll(routes.SelectMany(route => new[]
        {
            AskAsync(route, NoChunk, HttpStatusCode.BadRequest),
            AskAsync(route, Huge, HttpStatusCode.RequestEntityTooLarge),
            AskAsync(route, Overflow, HttpStatusCode.BadRequest),
            AskAsync(route, Short, HttpStatusCode.RequestTimeout),
            AskAsync(route, Cut, HttpStatusCode.RequestTimeout),
        }));
        // A client that ends the connection inside a body gets no answer.
        await Task.WhenAll(routes.Concat(others).SelectMany(route => new[] { Cut, Short, NoChunk, Overflow, Huge }.Select(body => LeaveAsync(route, body))));
        await Task.WhenAll(routes.Select(AbortAsync));
        await AbortStreamsAsync();

        Assert.All(answers, static answer =>
        {
            Assert.Equal(answer.Expected, answer.Status);
            Assert.Contains("\nContent-Type: application/problem+json", answer.Text, StringComparison.Ordinal);
            Assert.Contains("\nX-Content-Type-Options: nosniff", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        });
        Assert.Empty(_log.Entries);
        using var client = new HttpClient { BaseAddress = _host.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync("/", new FormUrlEncodedContent([]))).StatusCode);
    }

    /// <summary>Sends the given part of a body and waits for the answer.</summary>
    private async Task<(HttpStatusCode Expected, HttpStatusCode Status, string Text)> AskAsync(string route, string body, HttpStatusCode expected)
    {
        using var socket = await SendAsync(route, body);
        var text = await ReadAsync(socket);
        return (expected, (HttpStatusCode)int.Parse(text.AsSpan(9, 3), provider: null), text.ReplaceLineEndings("\n"));
    }

    /// <summary>Sends the given part of a body, closes its side and waits until the host has done the same.</summary>
    private async Task LeaveAsync(string route, string body)
    {
        using var socket = await SendAsync(route, body);
        try
        {
            await ReadAsync(socket, isLast: true);
        }
        catch (IOException)
        {
            // The host cut it.
        }
    }

    private static async Task<string> ReadAsync(Socket socket, bool isLast = false)
    {
        await using var stream = new NetworkStream(socket);
        if (isLast)
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Cuts the connection in the middle of a body.</summary>
    private async Task AbortAsync(string route)
    {
        using var socket = await SendAsync(route, Short);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Cuts connections in the middle of streams of rows, of which the host waits for more.</summary>
    private async Task AbortStreamsAsync()
    {
        const int Streams = 20;
        var table = _host.Services.GetRequiredService<LiveTables>().Find("orders")!.Table;
        var sockets = await Task.WhenAll(Enumerable.Range(10, Streams).Select(id => SendAsync(
            "/api/tables/orders/rows", $"Transfer-Encoding: chunked\r\n\r\nb\r\n{{\"id\": {id}}}\n\r\n", "application/x-ndjson")));
        await Eventually.HoldsAsync(() => table.Count == Streams);
        var before = _log.CountOf(ClientGone);
        foreach (var socket in sockets)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }

        await Eventually.HoldsAsync(() => _log.CountOf(ClientGone) >= before + Streams);
    }

    private async Task<Socket> SendAsync(string route, string body, string type = "application/x-www-form-urlencoded")
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST {route} HTTP/1.1\r\nHost: 127.0.0.1:{_host.Address.Port}\r\nContent-Type: {type}\r\n{body}"));
        return socket;
    }
}
