using System.Net.Security;
using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Support;

/// <summary>A real WebSocket client, like Workspace or a script.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<SocketClient> ConnectAsync(
        Uri address, string? origin = null, params (string Name, string Value)[] headers)
    {
        var client = new SocketClient();
        foreach (var (name, value) in headers)
        {
            client._socket.Options.SetRequestHeader(name, value);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        return await client.OpenAsync(address);
    }

    /// <summary>The same over TLS; the caller validates the certificate.</summary>
    public static Task<SocketClient> ConnectAsync(Uri address, string origin, RemoteCertificateValidationCallback judge)
    {
        var client = new SocketClient();
        client._socket.Options.SetRequestHeader("Origin", origin);
        client._socket.Options.RemoteCertificateValidationCallback = judge;
        return client.OpenAsync(address);
    }

    public async Task SendAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    /// <summary>The next frame; undefined when the server has closed the socket.</summary>
    public async Task<JsValue> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return JsValue.Undefined;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonText.Parse(Encoding.UTF8.GetString(text.ToArray()));
            }
        }
    }

    /// <summary>Rows of the next frame, one or several.</summary>
    public async Task<IReadOnlyList<JsValue>> ReceiveRowsAsync()
    {
        var frame = await ReceiveAsync();
        return frame.IsList ? frame.List : [frame];
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<SocketClient> OpenAsync(Uri address)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
            await _socket.ConnectAsync(new UriBuilder(address)
            {
                Scheme = scheme,
                Path = address.AbsolutePath == "/" ? "/live_grid_ws" : address.AbsolutePath,
            }.Uri, patience.Token);
            return this;
        }
        catch (WebSocketException exception)
        {
            var status = _socket.HttpStatusCode;
            Dispose();
            throw new HttpRequestException(exception.Message, exception, status);
        }
    }
}
